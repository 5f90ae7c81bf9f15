using BillingActors.Domain.Explanations;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.MasterData;

namespace BillingActors.Grains.Inquiries;

/// <summary>Finds the tariff a what-if asks for: stored, a draft, or given with the question.</summary>
internal sealed class TariffChoice(IMasterDataStore store)
{
    /// <summary>
    /// The tariff, with one version alone where the question names it; or what is wrong. Neither: reads are changed,
    /// and the contract stays on its own tariff.
    /// </summary>
    public async Task<(Tariff? Tariff, Problem? Problem)> Find(
        WhatIfQuestion question, CancellationToken cancellation)
    {
        if (question is { Tariff: null, TariffId: null, Version: null, IsDraft: false, Reads: [_, ..] })
            return (null, null);
        if ((question.Tariff is null) == (question.TariffId is null))
            return (null, new Problem("record-invalid", "tariffId or tariff: exactly one of them."));
        if (question.Tariff is not null && question.IsDraft)
            return (null, new Problem("record-invalid", "isDraft: only with tariffId."));
        var document = question.Tariff ?? await Stored(question, cancellation);
        if (document is null)
            return (null, new Problem("tariff-unknown", $"There is no tariff '{question.TariffId}'."));
        var mapped = TariffMapping.ToDomain(document);
        if (mapped.Tariff is not { } tariff)
            return (null, new Problem("tariff-invalid", TariffProblems.Told(mapped.Problems)));
        if (question.Version is not { } number)
            return (tariff, null);
        return PastRating.Only(tariff, number) is { } only
            ? (only, null)
            : (null, new Problem("tariff-unknown", $"Tariff {tariff.Id} has no version {number}."));
    }

    private async Task<TariffDocument?> Stored(WhatIfQuestion question, CancellationToken cancellation)
    {
        var kind = question.IsDraft ? MasterKind.TariffDraft : MasterKind.Tariff;
        return await store.Newest(kind, question.TariffId!, cancellation) is { } record
            ? MasterJson.Read(record.Kind, record.Body.Span).Tariff
            : null;
    }
}
