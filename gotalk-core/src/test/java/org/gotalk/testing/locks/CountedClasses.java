package org.gotalk.testing.locks;

import java.io.IOException;
import java.io.InputStream;
import java.security.CodeSource;
import org.gotalk.internal.engine.Engine;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Loads the project's classes once more, those of its main code so that they tell the {@link Tally} of each lock they take:
 * synchronized blocks and methods, and calls of the JDK's locks. What the JDK locks inside its own classes is not counted.
 */
public final class CountedClasses extends ClassLoader {

    private static final String OURS = "org.gotalk.";
    private static final String TALLY = Type.getInternalName(Tally.class);
    private static final CodeSource MAIN_CODE =
            Engine.class.getProtectionDomain().getCodeSource();

    /** None loaded yet. */
    public CountedClasses() {
        super(CountedClasses.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.equals(Tally.class.getName())) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        boolean isMain = MAIN_CODE.equals(
                getParent().loadClass(name).getProtectionDomain().getCodeSource());
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] code = in.readAllBytes();
            byte[] counted = isMain ? counting(code) : code;
            return defineClass(name, counted, 0, counted.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    private static byte[] counting(byte[] code) {
        ClassReader reader = new ClassReader(code);
        ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
        reader.accept(new Counter(writer), 0);
        return writer.toByteArray();
    }

    private static final class Counter extends ClassVisitor {

        private String type = "";

        Counter(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
            type = name.substring(name.lastIndexOf('/') + 1);
            super.visit(version, access, name, signature, parent, interfaces);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
            return new LockCounter(next, type + "." + name, isSynchronized);
        }
    }

    private static final class LockCounter extends MethodVisitor {

        private final String method;
        private final boolean isSynchronized;

        LockCounter(MethodVisitor next, String method, boolean isSynchronized) {
            super(Opcodes.ASM9, next);
            this.method = method;
            this.isSynchronized = isSynchronized;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (isSynchronized) {
                tellLocked();
            }
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                tellLocked();
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean isLock = owner.startsWith("java/util/concurrent/locks/") && owner.endsWith("Lock");
            if (isLock && (name.startsWith("lock") || name.equals("tryLock"))) {
                tellLocked();
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        private void tellLocked() {
            super.visitLdcInsn(method);
            super.visitMethodInsn(Opcodes.INVOKESTATIC, TALLY, "locked", "(Ljava/lang/String;)V", false);
        }
    }
}
