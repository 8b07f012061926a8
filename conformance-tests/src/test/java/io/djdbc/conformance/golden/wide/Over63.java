package io.djdbc.conformance.golden.wide;

import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.FieldType;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Longer names than PostgreSQL and MySQL have. */
@Entity
@Table(name = "a_table_name_of_seventy_characters_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
public class Over63 {
    @Id
    @GeneratedValue
    public Long id;

    @Column(
            name = "a_column_name_of_seventy_characters_cccccccccccccccccccccccccccccccccc",
            nullable = false,
            length = 50)
    public String label;

    @FieldOptions(type = FieldType.SLUG)
    @Column(nullable = false)
    public String code;

    @ManyToOne
    @RelationOptions(relatedName = "others")
    public Over63 other;
}
