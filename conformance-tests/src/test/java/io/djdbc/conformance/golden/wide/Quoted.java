package io.djdbc.conformance.golden.wide;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A table in a schema. */
@Entity
@Table(schema = "OWNER", name = "quoted_table")
public class Quoted {
    @Id
    @GeneratedValue
    public Long id;

    @Column(name = "per%cent", nullable = false, length = 30)
    public String name;
}
