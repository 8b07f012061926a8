package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** What falls back when its category or maker goes. */
@Entity
@Table(
        indexes = {
            @Index(name = "product_name_flags_idx", columnList = "name, flags DESC"),
            @Index(columnList = "weight")
        })
public class Product {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, length = 60)
    public String name;

    public int flags;
    public Double weight;

    @ManyToOne(optional = false)
    @RelationOptions(onDelete = OnDelete.SET_DEFAULT, defaultKey = "1", relatedName = "products")
    public Category category;

    @ManyToOne
    @RelationOptions(onDelete = OnDelete.SET, setTo = "2", relatedName = "made")
    public Person maker;
}
