package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A city. */
@Entity
public class City {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, length = 60)
    public String name;

    @ManyToOne
    @JoinColumn(name = "country_code", referencedColumnName = "code")
    @RelationOptions(onDelete = OnDelete.SET_NULL, relatedName = "cities")
    public Country country;

    @FieldOptions(type = FieldType.POSITIVE_INTEGER)
    public Integer population;
}
