using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tax;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>
/// /v1/legal-entities, customers, service-points, bill-cycles, tariffs, tax tables, tax status and charts of accounts:
/// read, replace, history.
/// </summary>
internal static class MasterDataApi
{
    public static void MapMasterData(this IEndpointRouteBuilder routes)
    {
        routes.MapKind("legal-entities", MasterKindName.LegalEntity, Permissions.MasterDataRead)
            .MapPut("/", PutLegalEntity).Puts(Permissions.LegalEntitiesWrite).Refuses("second-person-needed")
            .Noted("legal-entity-changed", "legal-entity");
        routes.MapKind("customers", MasterKindName.Customer, Permissions.CustomersRead)
            .MapPut("/", PutCustomer).Puts(Permissions.CustomersWrite);
        routes.MapKind("service-points", MasterKindName.ServicePoint, Permissions.MasterDataRead)
            .MapPut("/", PutServicePoint).Puts(Permissions.MasterDataWrite);
        routes.MapKind("bill-cycles", MasterKindName.BillCycle, Permissions.MasterDataRead)
            .MapPut("/", PutBillCycle).Puts(Permissions.MasterDataWrite);
        routes.MapKind("dunning-policies", MasterKindName.DunningPolicy, Permissions.MasterDataRead)
            .MapPut("/", PutDunningPolicy).Puts(Permissions.PoliciesWrite)
            .Noted("policy-changed", "dunning-policy");
        routes.MapKind("dispute-policies", MasterKindName.DisputePolicy, Permissions.MasterDataRead)
            .MapPut("/", PutDisputePolicy).Puts(Permissions.PoliciesWrite)
            .Noted("policy-changed", "dispute-policy");
        // Tariffs are read here; they are stored by publishing a draft alone.
        routes.MapKind("tariffs", MasterKindName.Tariff, Permissions.MasterDataRead);
        routes.MapKind("tax-jurisdictions", MasterKindName.TaxJurisdiction, Permissions.MasterDataRead)
            .MapPut("/", PutTaxJurisdiction).Puts(Permissions.TariffsWrite).Refuses(ProblemCode.EntityLimited)
            .Noted("tax-table-changed", "tax-jurisdiction");
        routes.MapKind("tax-profiles", MasterKindName.TaxProfile, Permissions.CustomersRead)
            .MapPut("/", PutTaxProfile).Puts(Permissions.CustomersWrite).Refuses("customer-unknown");
        routes.MapKind("charts-of-accounts", MasterKindName.Chart, Permissions.LedgerRead)
            .MapPut("/", PutChart).Puts(Permissions.ChartsWrite)
            .Noted("chart-changed", "chart-of-accounts");
    }

    private static RouteGroupBuilder MapKind(
        this IEndpointRouteBuilder routes, string path, string kind, string permission)
    {
        var record = routes.MapGroup($"/v1/{path}/{{id}}").WithTags("Master data")
            .WithMetadata(new MasterLook.Mark(kind));
        record.MapGet("/", View).Reads(permission).Refuses(ProblemCode.RecordUnknown)
            .WithSummary($"Shows the newest version of a {kind}.");
        record.MapGet("/history", History).Reads(permission).Refuses(ProblemCode.RecordUnknown)
            .WithSummary($"Lists all versions of a {kind}, oldest first.");
        return record;
    }

    private static RouteHandlerBuilder Puts(this RouteHandlerBuilder endpoint, string permission) => endpoint
        .Changes(permission).NeedsVersion().CanBeNew()
        .Refuses(ProblemCode.IdMismatch, ProblemCode.RecordInvalid, ProblemCode.EntityUnknown, "date-not-allowed",
            "text-invalid", "currency-unknown")
        .WithSummary("Stores a new version; validFrom says from which day it holds, today if nothing is said.");

    private static async Task<Results<Ok<MasterView>, ProblemHttpResult>> View(
        [AsParameters] MasterLook look, CancellationToken cancellation)
    {
        if (await look.Grains.Find(look.Caller, look.Record, cancellation) is not { } view)
            return Unknown(look.Kind);
        look.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<ImmutableArray<MasterView>>, ProblemHttpResult>> History(
        [AsParameters] MasterLook look, CancellationToken cancellation)
    {
        if (await look.Grains.Find(look.Caller, look.Record, cancellation) is null)
            return Unknown(look.Kind);
        var versions = await look.Grains.Master(look.Kind, look.Id).History(cancellation);
        return TypedResults.Ok<ImmutableArray<MasterView>>(
            [.. versions.Where(version => look.Caller.MaySee(version.Content))]);
    }

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutLegalEntity(
        [AsParameters] MasterRoute route, LegalEntityRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.LegalEntity, body.Id), new MasterContent(LegalEntity: body), cancellation);

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutCustomer(
        [AsParameters] MasterRoute route, CustomerRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.Customer, body.Id), new MasterContent(Customer: body), cancellation);

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutServicePoint(
        [AsParameters] MasterRoute route, ServicePointRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.ServicePoint, body.Id), new MasterContent(ServicePoint: body), cancellation);

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutBillCycle(
        [AsParameters] MasterRoute route, BillCycleRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.BillCycle, body.Id), new MasterContent(BillCycle: body), cancellation);

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutChart(
        [AsParameters] MasterRoute route, ChartRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.Chart, body.Id), new MasterContent(Chart: body), cancellation);

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutDunningPolicy(
        [AsParameters] MasterRoute route, DunningPolicyRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.DunningPolicy, body.Id), new MasterContent(DunningPolicy: body), cancellation);

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutDisputePolicy(
        [AsParameters] MasterRoute route, DisputePolicyRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.DisputePolicy, body.Id), new MasterContent(DisputePolicy: body), cancellation);

    private static async Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutTaxJurisdiction(
        [AsParameters] MasterRoute route, TaxJurisdictionRecord body, CancellationToken cancellation) =>
        route.Caller.IsUnlimited
            ? await Put(route, (MasterKindName.TaxJurisdiction, body.Id), new(TaxJurisdiction: body), cancellation)
            : Refused.With(ProblemCode.EntityLimited, "Tax jurisdictions are shared by all legal entities.");

    private static Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> PutTaxProfile(
        [AsParameters] MasterRoute route, TaxProfileRecord body, CancellationToken cancellation) =>
        Put(route, (MasterKindName.TaxProfile, body.Id), new MasterContent(TaxProfile: body), cancellation);

    private static async Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> Put(
        MasterRoute route, (string Kind, string Id) record, MasterContent content, CancellationToken cancellation)
    {
        if (record.Id != route.Id)
            return Refused.With(ProblemCode.IdMismatch, "id differs between path and body.");
        if (!route.Caller.MaySee(content))
            return Refused.With(ProblemCode.EntityUnknown, "There is no such legal entity.");
        var grain = route.Grains.Master(record.Kind, record.Id);
        if (!route.Caller.IsUnlimited && await grain.View(cancellation) is { } old && !route.Caller.MaySee(old.Content))
            return Refused.With(ProblemCode.StaleVersion, "The record is not at the expected version.");
        var put = new MasterPut(content, route.HoldsFrom, route.Precondition.ExpectedVersion);
        var reply = await grain.Put(route.Command.Envelope, put, cancellation);
        if (reply.Value is not { } view)
            return reply.ToProblem();
        if (reply.IsReplay)
            route.Http.MarkReplay();
        route.Http.Tag(view.Version);
        return route.Precondition.IsNew ? TypedResults.Created(route.Http.Request.Path, view) : TypedResults.Ok(view);
    }

    private static ProblemHttpResult Unknown(string kind) =>
        Refused.With(ProblemCode.RecordUnknown, $"There is no such {kind}.");
}
