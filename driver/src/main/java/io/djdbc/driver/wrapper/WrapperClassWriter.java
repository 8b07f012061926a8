package io.djdbc.driver.wrapper;

import static net.bytebuddy.jar.asm.Opcodes.*;

import io.djdbc.driver.sql.RewrittenSql;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.sql.Array;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;
import org.jspecify.annotations.Nullable;

/**
 * Makes the class file of a wrapper: a subclass of the kind's base class, in which every method that is not written
 * there by hand is one direct call on the vendor's object. No reflection, no boxing, no lookup; a class takes about a
 * millisecond to make.
 *
 * <p>What leads back to a connection is wrapped on its way out, wrappers are unwrapped on their way in, and an error of
 * a method that makes the server work is noted on its way through.
 */
final class WrapperClassWriter {
    private static final String SQL_EXCEPTION = Type.getInternalName(SQLException.class);
    private static final String JDBC_WRAPPER = Type.getInternalName(JdbcWrapper.class);
    private static final String REWRITTEN_SQL = Type.getInternalName(RewrittenSql.class);
    private static final String OBJECT = Type.getDescriptor(Object.class);

    /** The JDBC types that lead back to a connection, subtypes first. */
    private static final Class<?>[] WRAPPED = {
        CallableStatement.class,
        PreparedStatement.class,
        Statement.class,
        ResultSet.class,
        Array.class,
        DatabaseMetaData.class,
        Connection.class
    };

    private final WrapperKind kind;
    private final List<Class<?>> interfaces;
    private final String name;
    private final String base;
    private final ClassWriter out = new ClassWriter(ClassWriter.COMPUTE_MAXS);
    private final Set<String> written = new HashSet<>();

    private WrapperClassWriter(WrapperKind kind, List<Class<?>> interfaces, String className) {
        this.kind = kind;
        this.interfaces = interfaces;
        this.name = className.replace('.', '/');
        this.base = Type.getInternalName(kind.base());
    }

    /** The class file. */
    static byte[] write(WrapperKind kind, List<Class<?>> interfaces, String className) {
        return new WrapperClassWriter(kind, interfaces, className).write();
    }

    private byte[] write() {
        String[] names = new String[interfaces.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = Type.getInternalName(interfaces.get(i));
        }
        out.visit(V17, ACC_PUBLIC | ACC_FINAL | ACC_SUPER | ACC_SYNTHETIC, name, null, base, names);
        writeConstructor();
        writeClassInitialiser();
        writeCreate();
        writeFingerprint("vendorFingerprint", VendorInterfaces.fingerprint(interfaces, false));
        writeFingerprint("standardFingerprint", VendorInterfaces.fingerprint(interfaces, true));
        writeMethodsOf(kind.jdbcInterface()); // first, so that the standard's own methods are called where it has them
        for (Class<?> type : interfaces) {
            writeMethodsOf(type);
        }
        out.visitEnd();
        return out.toByteArray();
    }

    private void writeConstructor() {
        String descriptor = Type.getMethodDescriptor(Type.VOID_TYPE, types(kind.constructorParameters()));
        MethodVisitor code = out.visitMethod(ACC_PUBLIC, "<init>", descriptor, null, null);
        code.visitCode();
        code.visitVarInsn(ALOAD, 0);
        for (int i = 0; i < kind.constructorParameters().length; i++) {
            code.visitVarInsn(ALOAD, i + 1);
        }
        code.visitMethodInsn(INVOKESPECIAL, base, "<init>", descriptor, false);
        code.visitInsn(RETURN);
        end(code);
    }

    /** Makes the class's prototype: reflection could, but from JDK 18 on it spins method handles for that. */
    private void writeClassInitialiser() {
        Class<?>[] parameters = kind.constructorParameters();
        MethodVisitor code = out.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        code.visitTypeInsn(NEW, name);
        code.visitInsn(DUP);
        for (int i = 0; i < parameters.length; i++) {
            code.visitInsn(ACONST_NULL);
        }
        code.visitMethodInsn(
                INVOKESPECIAL, name, "<init>", Type.getMethodDescriptor(Type.VOID_TYPE, types(parameters)), false);
        code.visitMethodInsn(INVOKESTATIC, JDBC_WRAPPER, "madePrototype", "(L" + JDBC_WRAPPER + ";)V", false);
        code.visitInsn(RETURN);
        end(code);
    }

    /** {@code create(…)}: a new object of this very class. */
    private void writeCreate() {
        Method create = createMethod(kind.base());
        String constructor = Type.getMethodDescriptor(Type.VOID_TYPE, types(kind.constructorParameters()));
        MethodVisitor code = out.visitMethod(ACC_PROTECTED, "create", Type.getMethodDescriptor(create), null, null);
        code.visitCode();
        code.visitTypeInsn(NEW, name);
        code.visitInsn(DUP);
        for (int i = 0; i < kind.constructorParameters().length; i++) {
            code.visitVarInsn(ALOAD, i + 1);
            if (create.getParameterTypes()[i] != kind.constructorParameters()[i]) {
                code.visitTypeInsn(CHECKCAST, Type.getInternalName(kind.constructorParameters()[i]));
            }
        }
        code.visitMethodInsn(INVOKESPECIAL, name, "<init>", constructor, false);
        code.visitInsn(ARETURN);
        end(code);
    }

    private static Method createMethod(Class<?> type) {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("create")) {
                return method;
            }
        }
        return createMethod(type.getSuperclass());
    }

    private void writeFingerprint(String method, long value) {
        MethodVisitor code = out.visitMethod(ACC_PROTECTED, method, "()J", null, null);
        code.visitCode();
        code.visitLdcInsn(value);
        code.visitInsn(LRETURN);
        end(code);
    }

    private void writeMethodsOf(Class<?> type) {
        for (Method method : inOrder(type.getMethods())) {
            if (VendorInterfaces.isToBeImplemented(method)
                    && !isObjects(method)
                    && written.add(method.getName() + Type.getMethodDescriptor(method))) {
                writeMethod(type, method);
            }
        }
    }

    /** Reflection has no order of its own; with one, the same class comes of each build. */
    private static Iterable<Method> inOrder(Method[] methods) {
        Map<String, Method> ordered = new TreeMap<>();
        for (Method method : methods) {
            String declaring = method.getDeclaringClass().getName();
            ordered.put(method.getName() + Type.getMethodDescriptor(method) + declaring, method);
        }
        return ordered.values();
    }

    private void writeMethod(Class<?> type, Method method) {
        Method byHand = writtenByHand(method);
        if (byHand == null) {
            writePassOn(type, method);
        } else if (byHand.getReturnType() != method.getReturnType()) {
            writeNarrowed(byHand, method);
        }
    }

    /** The base class's own method of this name and these parameters. */
    private @Nullable Method writtenByHand(Method method) {
        try {
            Method found = kind.base().getMethod(method.getName(), method.getParameterTypes());
            return found.getDeclaringClass().isInterface() || Modifier.isAbstract(found.getModifiers()) ? null : found;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** The vendor declares a narrower result for a method that is written by hand. */
    private void writeNarrowed(Method byHand, Method method) {
        MethodVisitor code = begin(method);
        code.visitVarInsn(ALOAD, 0);
        loadArguments(code, method, 0);
        code.visitMethodInsn(INVOKEVIRTUAL, base, byHand.getName(), Type.getMethodDescriptor(byHand), false);
        code.visitTypeInsn(CHECKCAST, Type.getInternalName(method.getReturnType()));
        code.visitInsn(ARETURN);
        end(code);
    }

    private void writePassOn(Class<?> type, Method method) {
        boolean throwsSqlException = throwsSqlException(method);
        boolean noted = throwsSqlException && makesServerWork(method);
        boolean takesSql = takesSql(method);
        MethodVisitor code = begin(method);
        if (takesSql) {
            writeRewrite(code, method);
        }
        Label start = new Label();
        Label end = new Label();
        Label handler = new Label();
        if (noted) {
            code.visitTryCatchBlock(start, end, handler, SQL_EXCEPTION);
            code.visitLabel(start);
            if (kind.isStatement()) {
                code.visitVarInsn(ALOAD, 0);
                code.visitMethodInsn(INVOKEVIRTUAL, base, "beforeExecute", "()V", false);
            } else if (kind.isMetaData()) {
                code.visitVarInsn(ALOAD, 0);
                code.visitMethodInsn(INVOKEVIRTUAL, base, "beforeUse", "()V", false);
            }
        }
        if (kind == WrapperKind.VARYING_STATEMENT && isSetter(method)) {
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ILOAD, 1);
            code.visitMethodInsn(INVOKEVIRTUAL, base, "beforeVendorSetter", "(I)V", false);
        }
        if (kind.notesEmptied() && isGetter(method)) {
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(ICONST_0);
            code.visitFieldInsn(PUTFIELD, base, "emptied", "Z");
        }
        loadDelegate(code, throwsSqlException);
        if (takesSql) {
            loadRewritten(code, method);
        }
        loadArguments(code, method, takesSql ? 1 : 0);
        // no cast: the JVM looks the interface up in the object's class at the call
        code.visitMethodInsn(
                INVOKEINTERFACE, Type.getInternalName(type), method.getName(), Type.getMethodDescriptor(method), true);
        if (takesSql && method.getReturnType() == PreparedStatement.class) {
            wrapPrepared(code, method);
        } else {
            wrapResult(code, method);
        }
        if (noted) {
            code.visitLabel(end);
        }
        code.visitInsn(Type.getReturnType(method).getOpcode(IRETURN));
        if (noted) {
            code.visitLabel(handler);
            code.visitFrame(F_SAME1, 0, null, 1, new Object[] {SQL_EXCEPTION});
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(SWAP);
            code.visitMethodInsn(
                    INVOKEVIRTUAL, base, "failed", "(L" + SQL_EXCEPTION + ";)L" + SQL_EXCEPTION + ";", false);
            code.visitInsn(ATHROW);
        }
        end(code);
    }

    /** Whether the first argument is a statement. */
    private boolean takesSql(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        if (parameters.length == 0 || parameters[0] != String.class) {
            return false;
        }
        String called = method.getName();
        return kind == WrapperKind.CONNECTION
                ? called.equals("prepareStatement")
                        || called.equals("prepareCall")
                        || called.equals("nativeSQL")
                        || called.equals("clientPrepareStatement") // MySQL's
                        || called.equals("serverPrepareStatement")
                : kind.isStatement()
                        && (called.equals("execute")
                                || called.equals("executeQuery")
                                || called.equals("executeUpdate")
                                || called.equals("executeLargeUpdate")
                                || called.equals("addBatch"));
    }

    /** Before anything else: what djdbc itself refuses is no error of the database. */
    private void writeRewrite(MethodVisitor code, Method method) {
        code.visitVarInsn(ALOAD, 0);
        code.visitVarInsn(ALOAD, 1);
        String name = method.getName().equals("prepareCall") ? "rewriteCall" : "rewrite";
        code.visitMethodInsn(
                INVOKEVIRTUAL, base, name, "(" + Type.getDescriptor(String.class) + ")L" + REWRITTEN_SQL + ";", false);
        code.visitVarInsn(ASTORE, firstLocal(method));
    }

    private static void loadRewritten(MethodVisitor code, Method method) {
        String string = Type.getDescriptor(String.class);
        code.visitVarInsn(ALOAD, firstLocal(method));
        code.visitVarInsn(ALOAD, 1);
        code.visitMethodInsn(INVOKEVIRTUAL, REWRITTEN_SQL, "text", "(" + string + ")" + string, false);
    }

    /** With the other arguments, by which a further text of the statement is prepared. */
    private void wrapPrepared(MethodVisitor code, Method method) {
        StringBuilder descriptor = new StringBuilder("(" + Type.getDescriptor(PreparedStatement.class));
        descriptor.append("L").append(REWRITTEN_SQL).append(";");
        code.visitVarInsn(ALOAD, 0);
        code.visitInsn(SWAP);
        code.visitVarInsn(ALOAD, firstLocal(method));
        if (method.getDeclaringClass() == Connection.class) {
            int slot = 2;
            for (int i = 1; i < method.getParameterCount(); i++) {
                Type type = Type.getType(method.getParameterTypes()[i]);
                code.visitVarInsn(type.getOpcode(ILOAD), slot++);
                descriptor.append(type.getDescriptor());
            }
        }
        descriptor.append(")").append(Type.getDescriptor(PreparedStatement.class));
        code.visitMethodInsn(INVOKEVIRTUAL, base, "wrap", descriptor.toString(), false);
    }

    /** The first slot after the arguments. */
    private static int firstLocal(Method method) {
        return Type.getArgumentsAndReturnSizes(Type.getMethodDescriptor(method)) >> 2;
    }

    private MethodVisitor begin(Method method) {
        Class<?>[] thrown = method.getExceptionTypes();
        String[] exceptions = new String[thrown.length];
        for (int i = 0; i < thrown.length; i++) {
            exceptions[i] = Type.getInternalName(thrown[i]);
        }
        MethodVisitor code = out.visitMethod(
                method.isVarArgs() ? ACC_PUBLIC | ACC_VARARGS : ACC_PUBLIC,
                method.getName(),
                Type.getMethodDescriptor(method),
                null,
                exceptions);
        code.visitCode();
        return code;
    }

    private static void end(MethodVisitor code) {
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private void loadDelegate(MethodVisitor code, boolean throwsSqlException) {
        code.visitVarInsn(ALOAD, 0);
        if (kind == WrapperKind.CONNECTION) {
            code.visitMethodInsn(
                    INVOKEVIRTUAL,
                    base,
                    throwsSqlException ? "delegate" : "uncheckedDelegate",
                    "()" + Type.getDescriptor(Connection.class),
                    false);
        } else {
            Class<?> type = kind.isStatement() ? Statement.class : kind.jdbcInterface();
            code.visitFieldInsn(GETFIELD, base, "delegate", Type.getDescriptor(type));
        }
    }

    /** @param first how many arguments are on the stack already */
    private void loadArguments(MethodVisitor code, Method method, int first) {
        int slot = 1 + first;
        Class<?>[] parameters = method.getParameterTypes();
        for (int i = first; i < parameters.length; i++) {
            Class<?> parameter = parameters[i];
            Type type = Type.getType(parameter);
            code.visitVarInsn(type.getOpcode(ILOAD), slot);
            String translation = translation(method, i, parameter);
            if (translation != null) {
                code.visitVarInsn(ALOAD, 0);
                code.visitInsn(SWAP);
                String descriptor = type.getDescriptor();
                code.visitMethodInsn(INVOKEVIRTUAL, base, translation, "(" + descriptor + ")" + descriptor, false);
            }
            if (mayBeWrapper(parameter, method)) {
                code.visitMethodInsn(INVOKESTATIC, JDBC_WRAPPER, "unwrapArgument", "(" + OBJECT + ")" + OBJECT, false);
                if (parameter != Object.class) {
                    code.visitTypeInsn(CHECKCAST, type.getInternalName());
                }
            }
            slot += type.getSize();
        }
    }

    /** The base class's method that translates a name which the application gives; null for any other argument. */
    private @Nullable String translation(Method method, int index, Class<?> parameter) {
        if (parameter == String[].class && takesSql(method)) {
            return "cutNames";
        }
        if (kind == WrapperKind.ADAPTED_RESULT_SET && index == 0 && parameter == String.class) {
            String called = method.getName();
            boolean byLabel = called.startsWith("get") || called.startsWith("update") || called.equals("findColumn");
            return byLabel ? "label" : null;
        }
        return kind == WrapperKind.ADAPTED_META_DATA && AdaptedMetaDataWrapper.isName(method, index)
                ? "storedName"
                : null;
    }

    /** Whether the method binds a value in the vendor's own way. */
    private static boolean isSetter(Method method) {
        String called = method.getName();
        Class<?>[] parameters = method.getParameterTypes();
        return (called.startsWith("set") || called.startsWith("register"))
                && parameters.length > 1
                && parameters[0] == int.class
                && throwsSqlException(method);
    }

    /** Whether the method reads a value, so that it says anew what was NULL. */
    private static boolean isGetter(Method method) {
        Class<?>[] parameters = method.getParameterTypes();
        return method.getName().startsWith("get")
                && parameters.length > 0
                && (parameters[0] == int.class || parameters[0] == String.class);
    }

    private static boolean mayBeWrapper(Class<?> parameter, Method method) {
        return parameter == Object.class
                ? method.getName().equals("setObject") || method.getName().equals("updateObject")
                : parameter.isInterface() && wrappedType(parameter) != null;
    }

    private void wrapResult(MethodVisitor code, Method method) {
        Class<?> result = method.getReturnType();
        if (result == Object.class && method.getName().startsWith("getObject")) {
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(SWAP);
            code.visitMethodInsn(INVOKEVIRTUAL, base, "wrapObject", "(" + OBJECT + ")" + OBJECT, false);
            return;
        }
        Class<?> wrapped = result.isInterface() ? wrappedType(result) : null;
        if (wrapped != null) {
            String type = Type.getDescriptor(wrapped);
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(SWAP);
            code.visitMethodInsn(INVOKEVIRTUAL, base, "wrap", "(" + type + ")" + type, false);
            if (wrapped != result) {
                code.visitTypeInsn(CHECKCAST, Type.getInternalName(result));
            }
        }
    }

    private static @Nullable Class<?> wrappedType(Class<?> type) {
        for (Class<?> wrapped : WRAPPED) {
            if (wrapped.isAssignableFrom(type)) {
                return wrapped;
            }
        }
        return null;
    }

    private static boolean throwsSqlException(Method method) {
        for (Class<?> thrown : method.getExceptionTypes()) {
            if (thrown.isAssignableFrom(SQLException.class)) {
                return true;
            }
        }
        return false;
    }

    /** Whether an error of the method says something of the connection; setters and getters of values stay bare. */
    private boolean makesServerWork(Method method) {
        String called = method.getName();
        return switch (kind) {
            case CONNECTION, META_DATA, ADAPTED_META_DATA, ARRAY, ADAPTED_ARRAY -> true;
            case RESULT_SET, ADAPTED_RESULT_SET ->
                called.equals("next")
                        || called.equals("previous")
                        || called.equals("first")
                        || called.equals("last")
                        || called.equals("absolute")
                        || called.equals("relative")
                        || called.equals("beforeFirst")
                        || called.equals("afterLast")
                        || called.endsWith("Row");
            default ->
                called.startsWith("execute") || called.equals("getMoreResults") || called.equals("getGeneratedKeys");
        };
    }

    private static boolean isObjects(Method method) {
        try {
            Object.class.getMethod(method.getName(), method.getParameterTypes());
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    private static Type[] types(Class<?>[] classes) {
        Type[] types = new Type[classes.length];
        for (int i = 0; i < types.length; i++) {
            types[i] = Type.getType(classes[i]);
        }
        return types;
    }
}
