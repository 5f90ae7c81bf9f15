# syntax=docker/dockerfile:1.9
# Three images from one build: docker build --target silo | gateway | billing .
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages \
    dotnet restore src/Cli/Cli.csproj --locked-mode \
    && dotnet publish src/Silo/Silo.csproj --configuration Release --no-restore --output /programs/silo \
    && dotnet publish src/Gateway/Gateway.csproj --configuration Release --no-restore --output /programs/gateway \
    && dotnet publish src/Cli/Cli.csproj --configuration Release --no-restore --output /programs/billing

# The plain image and not a chiseled one: it carries ICU and time zones (dates are printed by culture), and bash.
FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS runtime
# The runtime image has no curl; bash can speak enough HTTP to ask one question.
COPY --chmod=755 <<'SCRIPT' /usr/local/bin/healthy
#!/bin/bash
# healthy PATH [PORT]: succeeds when the program in this container answers 200.
set -eu
exec 3<>"/dev/tcp/127.0.0.1/${2:-8080}"
printf 'GET %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$1" >&3
read -r answer <&3
[[ $answer == *' 200 '* ]]
SCRIPT
RUN mkdir /data && chown "$APP_UID" /data
# 64 MB of new objects between two looks of the collector, as ./billing has it.
ENV ASPNETCORE_HTTP_PORTS=8080 DOTNET_GCgen0size=0x4000000
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=3 CMD ["healthy", "/health/ready"]
USER $APP_UID
WORKDIR /data

FROM runtime AS silo
COPY --from=build /programs/silo /app
EXPOSE 11111 30000
ENTRYPOINT ["dotnet", "/app/BillingActors.Silo.dll"]

FROM runtime AS gateway
COPY --from=build /programs/gateway /app
ENTRYPOINT ["dotnet", "/app/BillingActors.Gateway.dll"]

FROM runtime AS billing
COPY --from=build /programs/billing /app
ENTRYPOINT ["dotnet", "/app/billing.dll"]
CMD ["serve"]
