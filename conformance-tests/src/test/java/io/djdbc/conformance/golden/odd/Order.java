package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.OnDelete;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A table and columns whose names are words of SQL. */
@Entity
@Table(name = "order")
public class Order {
    @Id
    @Column(length = 12)
    public String number;

    @ManyToOne(optional = false)
    @JoinColumn(name = "from")
    @RelationOptions(onDelete = OnDelete.PROTECT, relatedName = "orders")
    public Person customer;

    @Column(name = "select", nullable = false, length = 10)
    public String status = "new";

    @Column(name = "TotalAmount", nullable = false, precision = 12, scale = 2)
    public BigDecimal total = BigDecimal.ZERO;

    @Column(name = "Placed At", nullable = false)
    public Instant placed;

    @Column(name = "group")
    public boolean gift;

    @ManyToOne
    @JoinColumn(name = "table")
    @RelationOptions(onDelete = OnDelete.SET_NULL, relatedName = "+")
    public Person referrer;
}
