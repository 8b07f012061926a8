package io.djdbc.conformance.golden.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import java.util.Set;

/** An entry of a blog. */
@Entity
public class Entry {
    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(optional = false)
    public Blog blog;

    @Column(nullable = false, length = 255)
    public String headline;

    @Lob
    @Column(nullable = false)
    public String bodyText;

    @Column(nullable = false)
    public LocalDate pubDate;

    @Column(nullable = false)
    public LocalDate modDate = LocalDate.of(2024, 1, 15);

    public int numberOfComments;
    public int numberOfPingbacks;
    public int rating = 5;

    @ManyToMany
    public Set<Author> authors;

    @Override
    public String toString() {
        return headline;
    }
}
