package io.djdbc.conformance.golden.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;

/** A blog with a theme. */
@Entity
public class ThemeBlog extends Blog {
    @Column(nullable = false, length = 200)
    public String theme;
}
