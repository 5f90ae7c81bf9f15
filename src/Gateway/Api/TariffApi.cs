using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/tariffs beside the published record: list, drafts, check, differences, publishing.</summary>
internal static class TariffApi
{
    private const string NoDraft = "There is no draft of this tariff.";

    public static void MapTariffs(this IEndpointRouteBuilder routes)
    {
        var tariffs = routes.MapGroup("/v1/tariffs").WithTags("Tariffs");
        tariffs.MapGet("/", List).Reads(Permissions.MasterDataRead).IsPaged()
            .WithSummary("Lists tariffs by their id, or with draft=true the drafts.");
        var tariff = tariffs.MapGroup("/{id}");
        tariff.MapGet("/diff", Diff).Reads(Permissions.MasterDataRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.RevisionInvalid)
            .WithSummary("Tells how two revisions or versions differ: from and to are published, draft, 3, @2 or 3@2.");
        tariff.MapPost("/check", Check).Changes(Permissions.TariffsDraft).Refuses(ProblemCode.IdMismatch)
            .WithSummary("Lists everything that would keep a tariff from being published, and stores nothing.");
        tariff.MapDraft();
    }

    private static void MapDraft(this RouteGroupBuilder tariff)
    {
        var draft = tariff.MapGroup("/draft");
        draft.MapGet("", View).Reads(Permissions.MasterDataRead).Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Shows the draft of a tariff.");
        draft.MapGet("/history", History).Reads(Permissions.MasterDataRead).Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Lists all revisions of a draft, oldest first: who, when and why.");
        draft.MapGet("/check", CheckDraft).Reads(Permissions.MasterDataRead).Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Lists everything that would keep a draft from being published.");
        draft.MapPut("", Save).Changes(Permissions.TariffsDraft).NeedsVersion().CanBeNew()
            .Refuses(ProblemCode.IdMismatch, ProblemCode.RecordInvalid, ProblemCode.EntityLimited)
            .WithSummary("Saves a draft, right or wrong; no bill depends on it.");
        draft.MapPost("/publish", Publish).Changes(Permissions.TariffsWrite).NeedsReason().NeedsVersion()
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.EntityLimited, "tariff-invalid", "second-person-needed")
            .Noted("tariff-published", "tariff")
            .WithSummary("Publishes the revision of the draft that If-Match names; bills depend on it from then on. "
                + "Nobody publishes what they wrote a part of.");
        draft.MapGet("/authors", Authors).Reads(Permissions.MasterDataRead)
            .WithSummary("Lists who wrote what the draft changes, and so may not publish it.");
    }

    private static async Task<Ok<Page<TariffRow>>> List(
        bool? draft, PageQuery page, ITariffList tariffs, CancellationToken cancellation)
    {
        var rows = await tariffs.List(draft == true, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.Id));
    }

    private static async Task<Results<Ok<TariffDiffView>, ProblemHttpResult>> Diff(
        string id, string? from, string? to, IGrainFactory grains, CancellationToken cancellation)
    {
        var (older, newer) = (from ?? TariffRevision.Published, to ?? TariffRevision.Draft);
        if (TariffRevision.Parse(older) is not { } left || TariffRevision.Parse(newer) is not { } right)
            return Refused.With(ProblemCode.RevisionInvalid, $"from is '{older}', to is '{newer}'.");
        if ((left.Number is null) != (right.Number is null))
            return Refused.With(ProblemCode.RevisionInvalid, "Compare a version with a version, or two whole tariffs.");
        var before = await left.Find(grains, id, cancellation);
        var after = await right.Find(grains, id, cancellation);
        if (before is null || after is null)
            return Unknown($"There is no {(before is null ? older : newer)} of this tariff.");
        var changes = left.Number is { } old
            ? TariffComparison.Between((before, old), (after, right.Number!.Value))
            : TariffComparison.Between(before, after);
        return changes is { } told
            ? TypedResults.Ok(new TariffDiffView(id, older, newer, told))
            : Unknown($"There is no version {older} or {newer} of this tariff.");
    }

    private static async Task<Results<Ok<TariffCheckView>, ProblemHttpResult>> Check(
        string id, TariffDocument body, Command command, IGrainFactory grains, CancellationToken cancellation) =>
        body.Id == id
            ? TypedResults.Ok(await Checked(grains, id, body, cancellation))
            : Refused.With(ProblemCode.IdMismatch, "id differs between path and body.");

    private static async Task<Results<Ok<MasterView>, ProblemHttpResult>> View(
        string id, IGrainFactory grains, HttpContext http, CancellationToken cancellation)
    {
        if (await grains.Master(MasterKindName.TariffDraft, id).View(cancellation) is not { } draft)
            return Unknown(NoDraft);
        http.Tag(draft.Version);
        return TypedResults.Ok(draft);
    }

    private static async Task<Results<Ok<ImmutableArray<MasterView>>, ProblemHttpResult>> History(
        string id, IGrainFactory grains, CancellationToken cancellation)
    {
        var revisions = await grains.Master(MasterKindName.TariffDraft, id).History(cancellation);
        return revisions.IsEmpty ? Unknown(NoDraft) : TypedResults.Ok(revisions);
    }

    private static async Task<Results<Ok<TariffCheckView>, ProblemHttpResult>> CheckDraft(
        string id, IGrainFactory grains, CancellationToken cancellation) =>
        await grains.Master(MasterKindName.TariffDraft, id).View(cancellation) is { Content.Tariff: { } draft }
            ? TypedResults.Ok(await Checked(grains, id, draft, cancellation))
            : Unknown(NoDraft);

    private static async Task<Results<Ok<MasterView>, Created<MasterView>, ProblemHttpResult>> Save(
        [AsParameters] MasterRoute route, TariffDocument body, CancellationToken cancellation)
    {
        if (body.Id != route.Id)
            return Refused.With(ProblemCode.IdMismatch, "id differs between path and body.");
        if (!route.Caller.IsUnlimited)
            return Limited();
        var put = new MasterPut(new MasterContent(Tariff: body), route.HoldsFrom, route.Precondition.ExpectedVersion);
        var reply = await route.Grains.Master(MasterKindName.TariffDraft, route.Id)
            .Put(route.Command.Envelope, put, cancellation);
        if (reply.Value is not { } saved)
            return reply.ToProblem();
        if (reply.IsReplay)
            route.Http.MarkReplay();
        route.Http.Tag(saved.Version);
        return route.Precondition.IsNew ? TypedResults.Created(route.Http.Request.Path, saved) : TypedResults.Ok(saved);
    }

    // The grain publishes the draft as it was looked at, over the tariff as it stands then.
    private static async Task<Results<Ok<MasterView>, ProblemHttpResult>> Publish(
        [AsParameters] MasterLook look, Command command, Precondition precondition, CancellationToken cancellation)
    {
        if (!look.Caller.IsUnlimited)
            return Limited();
        if (precondition.ExpectedVersion is not { } draft)
            return Refused.With(ProblemCode.StaleVersion, "If-Match names the revision of the draft.");
        var reply = await look.Grains.Master(MasterKindName.Tariff, look.Id)
            .Publish(command.Envelope, new PublishTariff(draft), cancellation);
        if (reply.Value is { } stored)
            look.Http.Tag(stored.Version);
        return reply.ToOk(look.Http);
    }

    private static async Task<Ok<ImmutableArray<string>>> Authors(
        string id, IGrainFactory grains, CancellationToken cancellation) =>
        TypedResults.Ok(await grains.Master(MasterKindName.Tariff, id).Authors(cancellation));

    private static async Task<TariffCheckView> Checked(
        IGrainFactory grains, string id, TariffDocument tariff, CancellationToken cancellation)
    {
        var problems = await grains.Master(MasterKindName.TariffDraft, id).Check(tariff, cancellation);
        return new TariffCheckView(id, problems.IsEmpty, problems);
    }

    private static ProblemHttpResult Unknown(string detail) => Refused.With(ProblemCode.RecordUnknown, detail);

    private static ProblemHttpResult Limited() =>
        Refused.With(ProblemCode.EntityLimited, "Tariffs are shared by all legal entities.");
}
