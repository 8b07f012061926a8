package io.djdbc.conformance.golden.odd;

import io.djdbc.query.model.FieldOptions;
import io.djdbc.query.model.RelationOptions;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.Set;

/** Longer names than Oracle has. */
@Entity
@Table(uniqueConstraints = @UniqueConstraint(columnNames = {"short", "a_column_name_that_is_longer_than_thirty_chars"}))
public class TheQuiteLongNamedModelForIdentifierTests {
    @Id
    @GeneratedValue
    public Long id;

    @FieldOptions(name = "short")
    @Column(name = "short", nullable = false)
    public Integer shortNumber;

    @Column(nullable = false, length = 50)
    public String aColumnNameThatIsLongerThanThirtyChars;

    @FieldOptions(dbIndex = true)
    public Integer anotherColumnNameLongerThanThirtyCharactersHere;

    @ManyToOne
    @RelationOptions(relatedName = "kids")
    public TheQuiteLongNamedModelForIdentifierTests parentReferenceWithALongFieldName;

    @ManyToMany
    public Set<Team> manyToManyFieldWithARatherLongName;
}
