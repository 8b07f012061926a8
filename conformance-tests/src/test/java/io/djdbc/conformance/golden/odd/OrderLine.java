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
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;

/** A line of an {@link Order}. */
@Entity
@Table(name = "OrderLine", uniqueConstraints = @UniqueConstraint(columnNames = {"Order", "product_id"}))
public class OrderLine {
    @Id
    @GeneratedValue
    public Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "Order")
    @RelationOptions(relatedName = "lines")
    public Order order;

    @ManyToOne(optional = false)
    @RelationOptions(onDelete = OnDelete.RESTRICT, relatedName = "lines")
    public Product product;

    @FieldOptions(type = FieldType.POSITIVE_SMALL_INTEGER)
    @Column(nullable = false)
    public Short qty;

    @Column(nullable = false, precision = 8, scale = 2)
    public BigDecimal price;
}
