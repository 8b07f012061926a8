package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.FieldType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** A field of each type. */
@Entity
public class Sample {
    @Id
    @GeneratedValue
    public Long id;

    @Column(nullable = false, length = 100)
    public String charNn;

    @Column(length = 100)
    public String charNull;

    @Lob
    @Column(nullable = false)
    public String textNn;

    @Lob
    public String textNull;

    @Column(nullable = false)
    public Integer intNn;

    public Integer intNull;
    public Long big;
    public Short small;

    @FieldOptions(type = FieldType.POSITIVE_INTEGER)
    public Integer pos;

    public boolean boolNn;
    public Boolean boolNull;

    @Column(precision = 12, scale = 4)
    public BigDecimal dec;

    public Double flt;
    public LocalDate d;
    public Instant dt;
    public LocalTime t;
    public Duration dur;
    public UUID uid;

    @FieldOptions(type = FieldType.JSON)
    public Object js;

    public byte[] bin;

    @FieldOptions(type = FieldType.SLUG, dbIndex = false)
    @Column(nullable = false)
    public String slug = "";

    @Column(nullable = false, length = 200)
    public String url = "";

    @FieldOptions(type = FieldType.GENERIC_IP_ADDRESS)
    public String ip;

    @Column(nullable = false, length = 254)
    public String email = "";
}
