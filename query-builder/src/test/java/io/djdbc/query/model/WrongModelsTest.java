package io.djdbc.query.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each wrong model is refused when it is registered, with the class, the attribute and the remedy in the message. */
class WrongModelsTest {

    private static void assertRefused(Class<?> type, String... parts) {
        assertThatThrownBy(() -> Models.of(type))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll(parts);
    }

    static class Plain {}

    @Test
    void aClassThatIsNoEntity() {
        assertRefused(Plain.class, "WrongModelsTest$Plain", "@Entity");
    }

    @Entity
    record Rec(@Id Long id) {}

    @Test
    void aRecord() {
        assertRefused(Rec.class, "WrongModelsTest$Rec is a record", "Make it a class");
    }

    @Entity
    interface Face {}

    @Test
    void anInterface() {
        assertRefused(Face.class, "WrongModelsTest$Face is no class");
    }

    @Entity
    class Inner {
        @Id
        Long id;
    }

    @Test
    void anInnerClass() {
        assertRefused(Inner.class, "Inner is an inner class", "static");
    }

    @Entity
    static class NoKey {
        String name;
    }

    @Test
    void noKey() {
        assertRefused(NoKey.class, "WrongModelsTest$NoKey has no key", "@Id");
    }

    @Entity
    static class TwoKeys {
        @Id
        Long a;

        @Id
        Long b;
    }

    @Test
    void twoKeys() {
        assertRefused(TwoKeys.class, "TwoKeys.b is a second key", "unique together");
    }

    @Entity
    @IdClass(Plain.class)
    static class WithIdClass {
        @Id
        Long a;
    }

    @Test
    void aKeyOfSeveralColumns() {
        assertRefused(WithIdClass.class, "@IdClass", "unique together");
        assertRefused(WithEmbeddedId.class, "WithEmbeddedId.key", "@EmbeddedId", "unique together");
    }

    @Entity
    @SecondaryTable(name = "more")
    static class TwoTables {
        @Id
        Long id;
    }

    @Test
    void twoTablesOfOneEntity() {
        assertRefused(TwoTables.class, "TwoTables has a @SecondaryTable", "@OneToOne");
    }

    @Embeddable
    static class Part {}

    @Entity
    static class WithEmbeddedId {
        @EmbeddedId
        Part key;
    }

    @Entity
    static class WithEmbedded {
        @Id
        Long id;

        Part part;
    }

    @Test
    void anEmbeddedObject() {
        assertRefused(WithEmbedded.class, "WithEmbedded.part is embedded", "@Convert");
    }

    @Entity
    static class WithElements {
        @Id
        Long id;

        @ElementCollection
        List<String> tags;
    }

    @Test
    void anElementCollection() {
        assertRefused(WithElements.class, "WithElements.tags", "@ElementCollection", "FieldType.JSON");
    }

    @Entity
    static class WithList {
        @Id
        Long id;

        List<String> tags;
    }

    @Test
    void aCollectionOfWhoKnowsWhat() {
        assertRefused(WithList.class, "WithList.tags is a collection", "@ManyToMany", "@Transient");
    }

    @Entity
    static class WithObject {
        @Id
        Long id;

        Thread thread;
    }

    @Test
    void aTypeThatNoColumnHolds() {
        assertRefused(WithObject.class, "WithObject.thread is a java.lang.Thread", "@Convert", "@Transient");
    }

    @Entity
    static class WithEntity {
        @Id
        Long id;

        Good good;
    }

    @Entity
    static class Good {
        @Id
        @GeneratedValue
        Long id;

        String name;
    }

    @Test
    void anEntityWithoutARelation() {
        assertRefused(WithEntity.class, "WithEntity.good is an entity", "@ManyToOne");
    }

    @Entity
    static class ToNoEntity {
        @Id
        Long id;

        @ManyToOne
        Plain plain;
    }

    @Test
    void aRelationToNoEntity() {
        assertRefused(ToNoEntity.class, "ToNoEntity.plain", "Plain, which is no @Entity");
    }

    @Entity
    static class RawCollection {
        @Id
        Long id;

        @ManyToMany
        @SuppressWarnings("rawtypes")
        Set things;
    }

    @Test
    void aRelationToNobodyKnowsWhom() {
        assertRefused(RawCollection.class, "RawCollection.things does not say", "targetEntity");
    }

    @Entity
    static class OneWay {
        @Id
        Long id;

        @OneToMany
        List<Good> goods;
    }

    @Test
    void oneToManyWithoutMappedBy() {
        assertRefused(OneWay.class, "OneWay.goods", "without mappedBy", "@ManyToOne");
    }

    @Entity
    static class MappedByNothing {
        @Id
        Long id;

        @OneToMany(mappedBy = "nothing")
        List<Good> goods;
    }

    @Test
    void mappedByNothing() {
        assertRefused(MappedByNothing.class, "MappedByNothing.goods is mappedBy", "Good.nothing", "no relation");
    }

    @Entity
    static class ColumnOnRelation {
        @Id
        Long id;

        @ManyToOne
        @Column(name = "g")
        Good good;
    }

    @Test
    void columnOnARelation() {
        assertRefused(ColumnOnRelation.class, "ColumnOnRelation.good", "@JoinColumn, not by @Column");
    }

    @Entity
    static class TwoJoinColumns {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(name = "a")
        @JoinColumn(name = "b")
        Good good;
    }

    @Test
    void twoJoinColumns() {
        assertRefused(TwoJoinColumns.class, "TwoJoinColumns.good has several join columns");
    }

    @Entity
    static class ToUnknownColumn {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(referencedColumnName = "code")
        Good good;
    }

    @Test
    void aReferencedColumnThatIsNone() {
        assertRefused(ToUnknownColumn.class, "ToUnknownColumn.good", "\"code\"", "no column of", "[id, name]");
    }

    @Entity
    static class ToManyNames {
        @Id
        Long id;

        @ManyToOne
        @JoinColumn(referencedColumnName = "name")
        Good good;
    }

    @Test
    void aReferencedColumnThatIsNotUnique() {
        assertRefused(ToManyNames.class, "ToManyNames.good points to", "Good.name, which is not unique");
    }

    @Entity
    static class SetNullOnRequired {
        @Id
        Long id;

        @ManyToOne(optional = false)
        @RelationOptions(onDelete = OnDelete.SET_NULL)
        Good good;
    }

    @Test
    void setNullWhereNullCannotBe() {
        assertRefused(SetNullOnRequired.class, "SetNullOnRequired.good", "SET_NULL", "cannot be null");
    }

    @Entity
    static class SetDefaultWithout {
        @Id
        Long id;

        @ManyToOne
        @RelationOptions(onDelete = OnDelete.SET_DEFAULT)
        Good good;
    }

    @Test
    void setDefaultWithoutADefault() {
        assertRefused(SetDefaultWithout.class, "SetDefaultWithout.good", "SET_DEFAULT", "defaultKey");
    }

    @Entity
    static class SetToWords {
        @Id
        Long id;

        @ManyToOne
        @RelationOptions(onDelete = OnDelete.SET, setTo = "two")
        Good good;
    }

    @Entity
    static class SetWithout {
        @Id
        Long id;

        @ManyToOne
        @RelationOptions(onDelete = OnDelete.SET)
        Good good;
    }

    @Test
    void aKeyToSetThatIsNone() {
        assertRefused(SetToWords.class, "SetToWords.good cannot have the key 'two'");
        assertRefused(SetWithout.class, "SetWithout.good needs both onDelete = SET and setTo");
    }

    @Entity
    static class TwoWays {
        @Id
        Long id;

        @ManyToOne
        Good one;

        @ManyToOne
        Good two;
    }

    @Test
    void twoWaysBackOfOneName() {
        assertRefused(TwoWays.class, "the way back of", "TwoWays.two", "TwoWays.one", "relatedName");
    }

    @Entity
    static class WayBackIsAField {
        @Id
        Long id;

        @ManyToOne
        @RelationOptions(relatedName = "name")
        Good good;
    }

    @Test
    void aWayBackThatIsAField() {
        assertRefused(WayBackIsAField.class, "Good.name", "and so is", "relatedName");
    }

    @Entity
    static class Named {
        @Id
        Long id;

        @FieldOptions(name = "a__b")
        String ab;
    }

    @Entity
    static class NamedPk {
        @Id
        Long id;

        String pk;
    }

    @Test
    void namesThatPathsCannotSay() {
        assertRefused(Named.class, "'a__b'", "FieldOptions(name");
        assertRefused(NamedPk.class, "'pk'", "rename it");
    }

    @Entity
    static class TwoColumns {
        @Id
        Long id;

        @Column(name = "x")
        String a;

        @Column(name = "x")
        String b;
    }

    @Test
    void twoFieldsOfOneColumn() {
        assertRefused(TwoColumns.class, "TwoColumns.b and", "TwoColumns.a have the same column 'x'");
    }

    @Entity
    static class Single {
        @Id
        Long id;
    }

    @Entity
    static class OfSingle extends Single {
        String more;
    }

    @Entity
    @Inheritance(strategy = InheritanceType.TABLE_PER_CLASS)
    static class PerClass {
        @Id
        Long id;
    }

    @Entity
    static class OfPerClass extends PerClass {
        String more;
    }

    @Test
    void inheritanceThatDjangoHasNot() {
        assertRefused(OfSingle.class, "OfSingle extends the entity", "InheritanceType.JOINED", "proxy = true");
        assertRefused(OfPerClass.class, "OfPerClass extends the entity", "InheritanceType.JOINED");
    }

    @Entity
    @Inheritance(strategy = InheritanceType.JOINED)
    static class Base {
        @Id
        Long id;

        String name;
    }

    @Entity
    static class Hiding extends Base {
        @Column(name = "other")
        String name;
    }

    @Test
    void aFieldThatHidesTheParents() {
        assertRefused(Hiding.class, "Hiding.name hides", "Base.name");
    }

    @Entity
    @ModelOptions(proxy = true)
    static class ProxyWithMore extends Base {
        String more;
    }

    @Entity
    @ModelOptions(proxy = true)
    static class ProxyOfNothing {
        @Id
        Long id;
    }

    @Test
    void wrongProxies() {
        assertRefused(ProxyWithMore.class, "ProxyWithMore.more is an attribute of a proxy", "@Transient");
        assertRefused(ProxyOfNothing.class, "ProxyOfNothing is a proxy of nothing");
    }

    @Entity
    @ModelOptions(ordering = "-nonsense")
    static class Ordered {
        @Id
        Long id;
    }

    @Test
    void anOrderingByNothing() {
        assertRefused(Ordered.class, "ordering = \"-nonsense\"", "Choices are: id");
    }

    @Entity
    @Table(uniqueConstraints = @UniqueConstraint(columnNames = "nonsense"))
    static class UniqueNonsense {
        @Id
        Long id;
    }

    @Test
    void aConstraintOfNoColumn() {
        assertRefused(UniqueNonsense.class, "'nonsense'", "no column", "[id]");
    }

    @Entity
    static class FinalField {
        @Id
        Long id;

        final String name = "x";
    }

    @Test
    void aFinalField() {
        assertRefused(FinalField.class, "FinalField.name is final", "@Transient");
    }

    @Entity
    static class WithArguments {
        @Id
        Long id;

        WithArguments(Long id) {
            this.id = id;
        }
    }

    @Test
    void noConstructorWithoutArguments() {
        assertRefused(WithArguments.class, "WithArguments has no constructor without arguments");
    }

    @Entity
    static class GetterOnly {
        @Id
        public Long getId() {
            return 1L;
        }
    }

    @Test
    void aGetterWithoutASetter() {
        assertRefused(GetterOnly.class, "GetterOnly.getId() has no setter", "@Transient");
    }

    @Entity
    static class GeneratedText {
        @Id
        @GeneratedValue
        String id;
    }

    @Test
    void aGeneratedTextKey() {
        assertRefused(GeneratedText.class, "GeneratedText.id is generated", "Long, Integer, Short or UUID");
    }

    @Entity
    static class SlugOfNumber {
        @Id
        Long id;

        @FieldOptions(type = FieldType.SLUG)
        Integer number;
    }

    @Test
    void aFieldTypeThatDoesNotFit() {
        assertRefused(SlugOfNumber.class, "SlugOfNumber.number cannot be a SlugField", "java.lang.Integer");
    }

    @Entity
    static class NoConverter {
        @Id
        Long id;

        @Convert
        String text;
    }

    @Test
    void aConverterThatIsNone() {
        assertRefused(NoConverter.class, "NoConverter.text has @Convert without a converter");
    }

    @Entity
    static class ReadOnly {
        @Id
        Long id;

        @Column(insertable = false, updatable = false)
        String computed;
    }

    @Test
    void aColumnThatTheDatabaseFills() {
        assertRefused(ReadOnly.class, "ReadOnly.computed is insertable = false");
    }

    @Entity(name = "Good")
    static class AlsoGood {
        @Id
        Long id;
    }

    @Test
    void twoModelsOfOneName() {
        assertThatThrownBy(() -> Models.of(Good.class, AlsoGood.class))
                .isInstanceOf(ModelException.class)
                .hasMessageContainingAll("AlsoGood", "WrongModelsTest$Good", "@Entity(name)");
    }

    @Entity
    static class Between {
        @Id
        Long id;

        @ManyToOne
        @RelationOptions(relatedName = "+")
        Good first;

        @ManyToOne
        @RelationOptions(relatedName = "+")
        Good second;

        @ManyToOne
        Club club;
    }

    @Entity
    static class Club {
        @Id
        Long id;

        @ManyToMany
        @RelationOptions(through = Between.class)
        Set<Good> goods;
    }

    @Test
    void aTableBetweenWithTwoKeysToOneSide() {
        assertRefused(Club.class, "Club.goods goes through", "2 foreign keys to", "throughFields");
    }
}
