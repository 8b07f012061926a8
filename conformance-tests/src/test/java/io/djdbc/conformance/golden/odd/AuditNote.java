package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** Outlives the person that it is about. */
@Entity
public class AuditNote {
    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(optional = false)
    @RelationOptions(onDelete = OnDelete.DO_NOTHING, dbConstraint = false, relatedName = "audit_notes")
    public Person person;

    @Column(nullable = false, length = 100)
    public String text;
}
