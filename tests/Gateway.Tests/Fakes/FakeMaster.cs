using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>A master record with a version fence and nothing else.</summary>
internal sealed class FakeMaster(string key, FakeGrains grains) : IMasterDataGrain
{
    private FakeMaster Draft =>
        grains.The<IMasterDataGrain, FakeMaster>(key.Replace("tariff/", "tariff-draft/", StringComparison.Ordinal));

    private readonly List<MasterView> _versions = Known(key) is { } content
        ? [new MasterView(content, 1, new DateOnly(2020, 1, 1), DateTimeOffset.UnixEpoch, "person", "p", null)]
        : [];

    public Task<Reply<MasterView>> Put(CommandEnvelope envelope, MasterPut command, CancellationToken cancellation)
    {
        long? now = _versions.Count == 0 ? null : _versions.Count;
        if (command.ExpectedVersion != now)
            return Task.FromResult(Reply<MasterView>.No("stale-version", "Read it again."));
        var view = new MasterView(command.Content, _versions.Count + 1, command.ValidFrom, envelope.At,
            envelope.ActorKind, envelope.ActorId, envelope.Reason);
        _versions.Add(view);
        return Task.FromResult(new Reply<MasterView>(view));
    }

    public async Task<Reply<MasterView>> Publish(
        CommandEnvelope envelope, PublishTariff command, CancellationToken cancellation)
    {
        if (await Draft.View(cancellation) is not { } draft)
            return Reply<MasterView>.No("record-unknown", "There is no draft.");
        if (draft.Version != command.DraftVersion)
            return Reply<MasterView>.No("stale-version", "Read it again.");
        if ((await Authors(cancellation)).Contains(envelope.ActorId, StringComparer.Ordinal))
            return Reply<MasterView>.No("second-person-needed", "Somebody else.");
        long? now = _versions.Count == 0 ? null : _versions.Count;
        return await Put(envelope, new MasterPut(draft.Content, draft.ValidFrom, now), cancellation);
    }

    public async Task<ImmutableArray<string>> Authors(CancellationToken cancellation) =>
        (await Draft.View(cancellation))?.ActorId is { } author ? [author] : [];

    public Task<ImmutableArray<TariffProblemView>> Check(TariffDocument tariff, CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<TariffProblemView>>(tariff.Versions.IsEmpty
            ? [new TariffProblemView("versions", "no-versions", "A tariff has at least one version.")]
            : []);

    public Task<MasterView?> View(CancellationToken cancellation) => Task.FromResult(_versions.LastOrDefault());

    public Task<ImmutableArray<MasterView>> History(CancellationToken cancellation) =>
        Task.FromResult<ImmutableArray<MasterView>>([.. _versions]);

    /// <summary>
    /// What is there from the start: two legal entities, and a point, a customer and a cycle of the first.
    /// </summary>
    private static MasterContent? Known(string key) => key switch
    {
        "legal-entity/north" or "legal-entity/south" => new(LegalEntity: new LegalEntityRecord(
            key.Split('/')[1], "North & Sons <Ltd>", "AUD", "Australia/Sydney", "ABN 1", "1 Main St", "INV")),
        "customer/c1" => new(Customer: new CustomerRecord("c1", "north", "Jo <script>alert(1)</script>", [])),
        "service-point/6001" => new(ServicePoint: new ServicePointRecord("6001", "north", [])),
        "bill-cycle/monthly" => new(BillCycle: new BillCycleRecord(
            "monthly", "north", "Monthly", 1, 1, [], 3, 2.5m, 0, true)),
        _ => null,
    };
}
