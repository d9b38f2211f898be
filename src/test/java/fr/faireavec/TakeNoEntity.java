package fr.faireavec;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;

/** A handler whose parameter is an entity would let a request write any of its fields. */
class TakeNoEntity extends ArchCondition<JavaMethod> {

	static final TakeNoEntity FROM_A_FORM = new TakeNoEntity();

	private TakeNoEntity() {
		super("take no entity from a form");
	}

	@Override
	public void check(JavaMethod method, ConditionEvents events) {
		for (JavaParameter parameter : method.getParameters()) {
			if (parameter.getRawType().isAnnotatedWith(Entity.class)) {
				events.add(SimpleConditionEvent.violated(method, method.getFullName() + " takes an entity"));
			}
		}
	}

}
