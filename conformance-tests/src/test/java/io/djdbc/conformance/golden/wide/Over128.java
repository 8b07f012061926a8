package io.djdbc.conformance.golden.wide;

import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.Set;

/** Longer names than any of the databases has. */
@Entity
@Table(
        name =
                "A_Table_Name_Of_One_Hundred_And_Forty_Characters_yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy")
public class Over128 {
    @Id
    @GeneratedValue
    public Long id;

    @FieldOptions(dbIndex = true)
    @Column(
            name =
                    "A_Column_Name_Of_One_Hundred_And_Forty_Characters_dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd",
            nullable = false,
            length = 50)
    public String label;

    @ManyToOne
    @RelationOptions(relatedName = "downs")
    public Over63 up;

    @ManyToMany
    @RelationOptions(relatedName = "tagged")
    public Set<Over63> tags;
}
