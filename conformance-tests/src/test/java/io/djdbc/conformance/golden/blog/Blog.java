package io.djdbc.conformance.golden.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.OneToMany;
import java.util.Set;

/** A blog; its child {@link ThemeBlog} has a table of its own. */
@Entity
@Inheritance(strategy = InheritanceType.JOINED)
public class Blog {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, length = 100)
    public String name;

    @Lob
    @Column(nullable = false)
    public String tagline;

    @OneToMany(mappedBy = "blog")
    public Set<Entry> entrySet;

    @Override
    public String toString() {
        return name;
    }
}
