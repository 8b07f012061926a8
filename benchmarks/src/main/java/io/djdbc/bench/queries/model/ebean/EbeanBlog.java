package io.djdbc.bench.queries.model.ebean;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A blog of a hundred entries. */
@Entity
@Table(name = "blog")
public class EbeanBlog {
    @Id
    private @Nullable Long id;

    @Column(length = 100, nullable = false)
    private String name = "";

    public @Nullable Long getId() {
        return id;
    }

    public void setId(Long id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
