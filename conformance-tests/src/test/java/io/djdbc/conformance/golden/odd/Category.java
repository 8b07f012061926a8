package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.ModelOptions;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

/** A tree. */
@Entity
@ModelOptions(ordering = "name")
public class Category {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, length = 50)
    public String name;

    @FieldOptions(type = FieldType.SLUG)
    @Column(nullable = false, unique = true)
    public String slug;

    @ManyToOne
    @RelationOptions(relatedName = "children")
    public Category parent;
}
