# Everything here is one line that can be typed by hand; `make help` lists it.
MVN ?= mvn -B
SPTCE = target/bin/sptce
REPORTS = $(patsubst %/pom.xml,%/target/surefire-reports,$(wildcard spec/pom.xml impl/pom.xml conformance/*/pom.xml))
# The formatter runs inside Maven's own JVM, so only these two targets put Maven on a JDK 25.
JDK25 = $(firstword $(JAVA25_HOME) $(shell grep -lsE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' /usr/lib/jvm/*/release | sed 's,/release,,'))
# Maven's own message names the missing JDK in the middle of others; this is the last line instead.
HINT = { [ -n "$(JDK25)" ] || echo "JDK 25 or newer is needed: install one (Temurin 25, say), or set JAVA25_HOME to it" >&2; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help verify test sptce check spec spec-large spec-mutants spec-html oracle-soak concurrency race stress mutation bench format format-check clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16
	@echo
	@echo "  make verify                                        everything, with a report"
	@echo "  make check FILES=conformance/recordings/clients    judge logs by the norm"

verify: sptce ## model-check, compare the oracle with TLC, drive the implementation, judge recordings
	$(SPTCE) verify

# Every module's tests run, also after those of another have failed; the last line is the verdict.
test: ## run all tests
	@rm -rf $(REPORTS)
	$(MVN) -Dmaven.test.failure.ignore=true verify || $(HINT)
	@failed=$$(grep -slE '<(failure|error)[ >]' $(REPORTS:=/*.xml)); [ -z "$$failed" ] || { echo "failed, see:"; echo "$$failed"; exit 1; }

sptce: ## build the command target/bin/sptce
	@echo "building $(SPTCE)"
	@$(MVN) -q -DskipTests package || $(HINT)

FILES ?= conformance/recordings
PROFILE ?= norm
check: sptce ## judge recordings: FILES="file or folder ..." PROFILE=norm (make fails if something diverged; sptce check has exit codes)
	$(SPTCE) check --profile $(PROFILE) $(FILES)

spec: ## have TLC check every model of spec/models/manifest.json
	$(MVN) -q -pl spec test || $(HINT)

# DISTRIBUTED=1 has TLC's own server and workers do it, on this machine and on others that join; ONLY=Model limits it.
spec-large: ## have TLC check the large models (long)
	$(MVN) -q -pl spec compile exec:exec@large "-Dlarge.args=$(if $(DISTRIBUTED),--distributed) $(if $(ONLY),--only $(ONLY))" || $(HINT)

spec-html: ## render clauses and modules side by side, into target/spec-html
	$(MVN) -q -pl spec compile exec:exec@html || $(HINT)
	@echo "target/spec-html/index.html"

# ONLY=Operator limits it to the mutants of one operator.
spec-mutants: ## remove every conjunct of every guard of the norm, one at a time (long)
	$(MVN) -q -pl spec compile exec:exec@mutants $(if $(ONLY),"-Dmutants.args=--only $(ONLY)") || $(HINT)

# MODULE=impl takes another module; ONLY=org.spaprtce.oracle.runtime.Sets limits it to a class.
MODULE ?= compiler oracle impl
mutation: ## change compiler, oracle and implementation one instruction at a time; tests must notice (long)
	$(MVN) -q -Pmutation -DskipTests -pl conformance/mutation -am verify "-Dmutation.args=$(if $(ONLY),--only $(ONLY)) $(MODULE)" || $(HINT)

# SEED=N repeats a run.
EXPRESSIONS ?= 2000000
oracle-soak: sptce ## have TLC and compiled code evaluate millions of random expressions (long)
	$(SPTCE) soak --expressions $(EXPRESSIONS) $(if $(SEED),--seed $(SEED))

concurrency: ## have Lincheck explore every pair and triple of commands, judged by the oracle (long)
	$(MVN) -q -pl conformance/harness -am test -Dconcurrency=all -Dtest=LincheckTest -Dsurefire.failIfNoSpecifiedTests=false || $(HINT)

# SEED=N repeats the calls of a run.
ROUNDS ?= 1000000
race: sptce ## have threads call the implementation at random, judged by the oracle (long)
	$(SPTCE) race --rounds $(ROUNDS) $(if $(SEED),--seed $(SEED))

# JCSTRESS="-m default" takes long; without it there is a quick look.
stress: ## have jcstress look at what threads see of each other
	$(MVN) -q -Pstress -DskipTests -pl conformance/stress -am verify $(if $(JCSTRESS),"-Djcstress.args=$(JCSTRESS)") || $(HINT)

# ONLY=OracleBenchmark limits it to a benchmark.
bench: ## run the benchmarks: a table, the goals, JSON and a chart
	$(MVN) -q -Pbench -DskipTests -pl conformance/bench -am verify $(if $(ONLY),"-Djmh.args=$(ONLY)")

format: ## format the Java sources
	JAVA_HOME=$(JDK25) $(MVN) -q -Pformat com.diffplug.spotless:spotless-maven-plugin:3.11.0:apply || $(HINT)

format-check: ## fail if a Java source is not formatted
	JAVA_HOME=$(JDK25) $(MVN) -q -Pformat com.diffplug.spotless:spotless-maven-plugin:3.11.0:check || $(HINT)

clean: ## remove what the build made
	$(MVN) -q clean
