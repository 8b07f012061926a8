package io.djdbc.conformance.golden.blog;

import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.FieldType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

/** A dog that is described by JSON. */
@Entity
public class Dog {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, length = 200)
    public String name;

    @FieldOptions(type = FieldType.JSON)
    public Object data;
}
