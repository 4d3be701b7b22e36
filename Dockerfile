# One image per service: docker build --build-arg SERVICE=ingest-service .
# The build stage needs a JDK (17 or later) and Maven Central; the run stage needs only a Java runtime.
ARG BUILD_IMAGE=eclipse-temurin:25-jdk
ARG RUN_IMAGE=eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /src
COPY . .
RUN ./mvnw -B -q -DskipTests -Dspotless.check.skip -pl ingest-service,ocr-worker,billing-worker,stats-service -am package \
 && for s in ingest-service ocr-worker billing-worker stats-service; do \
      mkdir -p /app/$s && cp -r $s/target/$s.jar $s/target/lib /app/$s/; \
    done

FROM ${RUN_IMAGE}
# What is written here is rebuilt when it is lost, so it goes with the container and no volume is left behind.
RUN useradd --system --no-create-home plateflow && mkdir -p /var/lib/plateflow && chown plateflow /var/lib/plateflow
COPY deploy/healthy /usr/local/bin/healthy
# The layers above are the same in all four images.
ARG SERVICE
COPY --from=build /app/${SERVICE} /app
RUN ln -s /app/${SERVICE}.jar /app/service.jar
USER plateflow
WORKDIR /var/lib/plateflow
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED" \
    SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_ADDRESS=0.0.0.0 \
    MANAGEMENT_SERVER_PORT=9090 \
    PLATEFLOW_STATE_DIR=/var/lib/plateflow/state \
    PLATEFLOW_CACHE_DIR=/var/lib/plateflow/cache
EXPOSE 9090
ENTRYPOINT ["java", "-jar", "/app/service.jar"]
