package io.djdbc.query.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Cacheable;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKey;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.PrePersist;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What JPA promises and this query builder does not do is refused when the class is registered, with a remedy. */
class UnsupportedAnnotationsTest {

    @Entity
    static class Versioned {
        @Id
        Long id;

        @Version
        int version;
    }

    @Entity
    static class Tag {
        @Id
        Long id;

        @ManyToOne
        Post post;
    }

    @Entity
    static class Post {
        @Id
        Long id;

        @OneToMany(mappedBy = "post")
        @OrderBy("id DESC")
        List<Tag> tags;
    }

    @Entity
    static class Positions {
        @Id
        Long id;

        @ManyToMany
        @OrderColumn
        List<Plain> plains;
    }

    @Entity
    static class Keyed {
        @Id
        Long id;

        @ManyToMany
        @MapKey
        Set<Plain> plains;
    }

    @Entity
    static class Plain {
        @Id
        Long id;
    }

    @Entity
    static class Sequenced {
        @Id
        @GeneratedValue(strategy = GenerationType.SEQUENCE)
        Long id;
    }

    @Entity
    static class Generated {
        @Id
        @GeneratedValue
        @SequenceGenerator(name = "s")
        Long id;
    }

    @Entity
    @EntityListeners(Object.class)
    static class Listened {
        @Id
        Long id;
    }

    @MappedSuperclass
    static class Stamped {
        String stamp;

        @PrePersist
        void stamp() {
            stamp = "now";
        }
    }

    @Entity
    static class CalledBack extends Stamped {
        @Id
        Long id;
    }

    @Entity
    @DiscriminatorColumn
    static class Discriminated {
        @Id
        Long id;
    }

    @Entity
    @Table(catalog = "other")
    static class Elsewhere {
        @Id
        Long id;
    }

    @Entity
    static class Defined {
        @Id
        Long id;

        @Column(columnDefinition = "varchar(3) default 'abc'")
        String code;
    }

    @Entity
    static class Checked {
        @Id
        Long id;

        @Column(check = @CheckConstraint(constraint = "n > 0"))
        int n;
    }

    @Entity
    static class ReadOnly {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(insertable = false)
        Plain plain;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(Versioned.class, "Versioned.version has @Version", "selectForUpdate"),
                Arguments.of(Post.class, "Post.tags has @OrderBy", "ordering"),
                Arguments.of(Positions.class, "Positions.plains has @OrderColumn", "attribute to order by"),
                Arguments.of(Keyed.class, "Keyed.plains has @MapKey", "Set"),
                Arguments.of(Sequenced.class, "Sequenced.id has @GeneratedValue with SEQUENCE", "IDENTITY"),
                Arguments.of(Generated.class, "Generated.id has @SequenceGenerator", "identity"),
                Arguments.of(Listened.class, "Listened has @EntityListeners", "not called"),
                Arguments.of(CalledBack.class, "CalledBack.stamp() has @PrePersist", "not called"),
                Arguments.of(Discriminated.class, "Discriminated has @DiscriminatorColumn", "remove it"),
                Arguments.of(Elsewhere.class, "Elsewhere has @Table with catalog", "migration"),
                Arguments.of(Defined.class, "Defined.code has @Column with columnDefinition", "migration"),
                Arguments.of(Checked.class, "Checked.n has @Column with check", "migration"),
                Arguments.of(ReadOnly.class, "ReadOnly.plain has @JoinColumn with insertable", "remove it"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void withAnnotationAndRemedy(Class<?> entity, String place, String remedy) {
        assertThatThrownBy(() -> Models.of(entity))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining(place)
                .hasMessageContaining(remedy);
    }

    @Entity
    @Cacheable
    @NamedQuery(name = "all", query = "from Hinted")
    static class Hinted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        @Column(columnDefinition = "TEXT")
        String text;
    }

    @Test
    void hintsAndWhatOnlyConcernsEntityManagersAreNone() {
        Model model = Models.of(Hinted.class).model(Hinted.class);
        assertThat(model.fields()).extracting(Field::type).containsExactly(FieldType.BIG_AUTO, FieldType.TEXT);
    }
}
