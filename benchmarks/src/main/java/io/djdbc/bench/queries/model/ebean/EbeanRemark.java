package io.djdbc.bench.queries.model.ebean;

import io.djdbc.bench.queries.model.Remark;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is inserted; the table numbers it. */
@Entity
@Table(name = "remark")
public class EbeanRemark {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(length = 50, nullable = false)
    private String author = "";

    @Column(length = 255, nullable = false)
    private String body = "";

    @Column(nullable = false)
    private int rating;

    /** The same remarks; to make these takes a hundredth of what inserting them does. */
    public static List<EbeanRemark> of(List<Remark> remarks) {
        var same = new ArrayList<EbeanRemark>(remarks.size());
        for (var remark : remarks) {
            var one = new EbeanRemark();
            one.setAuthor(remark.author);
            one.setBody(remark.body);
            one.setRating(remark.rating);
            same.add(one);
        }
        return same;
    }

    public @Nullable Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getAuthor() {
        return author;
    }

    public void setAuthor(String author) {
        this.author = author;
    }

    public String getBody() {
        return body;
    }

    public void setBody(String body) {
        this.body = body;
    }

    public int getRating() {
        return rating;
    }

    public void setRating(int rating) {
        this.rating = rating;
    }
}
