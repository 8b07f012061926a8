package io.djdbc.bench.queries.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A blog of a hundred entries. */
@Entity
@Table(name = "blog")
public class Blog {
    @Id
    public @Nullable Long id;

    @Column(length = 100, nullable = false)
    public String name = "";
}
