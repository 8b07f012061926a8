package io.djdbc.bench.queries.model.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entry, whose blog is not more than its key unless it is asked for. */
@Entity
@Table(name = "entry")
public class EbeanEntry {
    @Id
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "blog_id", nullable = false)
    private @Nullable EbeanBlog blog;

    @Column(length = 255, nullable = false)
    private String headline = "";

    @Column(nullable = false)
    private int rating;

    @Column(name = "n_comments", nullable = false)
    private int comments;

    public @Nullable Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public @Nullable EbeanBlog getBlog() {
        return blog;
    }

    public void setBlog(EbeanBlog blog) {
        this.blog = blog;
    }

    public String getHeadline() {
        return headline;
    }

    public void setHeadline(String headline) {
        this.headline = headline;
    }

    public int getRating() {
        return rating;
    }

    public void setRating(int rating) {
        this.rating = rating;
    }

    public int getComments() {
        return comments;
    }

    public void setComments(int comments) {
        this.comments = comments;
    }
}
