package io.djdbc.bench.queries.model;

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
public class Entry {
    @Id
    public @Nullable Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "blog_id", nullable = false)
    public @Nullable Blog blog;

    @Column(length = 255, nullable = false)
    public String headline = "";

    @Column(nullable = false)
    public int rating;

    @Column(name = "n_comments", nullable = false)
    public int comments;
}
