package io.djdbc.bench.queries.mapper;

import io.djdbc.bench.queries.model.EntryRow;
import io.djdbc.bench.queries.model.Remark;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/** What MyBatis implements. */
interface MyBatisStatements {
    @Select(Sql.ENTRIES)
    List<EntryRow> entries();

    @Select(Sql.ENTRIES_OF + "#{name}")
    List<EntryRow> entriesOf(@Param("name") String name);

    @Select(Sql.ENTRIES
            + " INNER JOIN blog b ON (e.blog_id = b.id)"
            + " WHERE (b.name = #{name} AND e.rating >= #{rating} AND e.headline LIKE #{headline})")
    List<EntryRow> three(@Param("name") String name, @Param("rating") int rating, @Param("headline") String headline);

    @Select(Sql.ENTRY + "#{id}")
    EntryRow entry(@Param("id") long id);

    @Update("UPDATE entry SET n_comments = #{comments} WHERE (blog_id = #{blog} AND rating = #{rating})")
    int setComments(@Param("blog") long blog, @Param("rating") int rating, @Param("comments") int comments);

    @Insert("INSERT INTO remark (author, body, rating) VALUES (#{author}, #{body}, #{rating})")
    int insert(Remark remark);
}
