package org.qibroker.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Has public methods of its own beside those that start and stop. */
final class OtherMethods extends ArchCondition<JavaClass> {
    OtherMethods() {
        super("have public methods beside start, stop and the port they got");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        for (JavaMethod method : type.getMethods()) {
            boolean open = method.getModifiers().contains(JavaModifier.PUBLIC);
            boolean other = open && !method.getName().matches("start|stop|port");
            events.add(new SimpleConditionEvent(method, other, method.getDescription() + " is public"));
        }
    }
}
