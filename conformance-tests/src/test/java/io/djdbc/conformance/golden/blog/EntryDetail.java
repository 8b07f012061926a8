package io.djdbc.conformance.golden.blog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.OneToOne;

/** What belongs to one entry only. */
@Entity
public class EntryDetail {
    @Id
    @GeneratedValue
    public Long id;

    @OneToOne(optional = false)
    public Entry entry;

    @Lob
    @Column(nullable = false)
    public String details;
}
