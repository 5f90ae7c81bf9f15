using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Storage.MasterData;

/// <summary>
/// One version of a master record: who, when and why beside the whole content, so before and after are rows.
/// </summary>
/// <param name="Kind">Kind.</param>
/// <param name="Id">Id within the kind.</param>
/// <param name="EntityId">Legal entity it belongs to; empty for kinds that serve all.</param>
/// <param name="Version">Counts from 1; the fence of concurrent changes.</param>
/// <param name="ValidFrom">From which day it holds.</param>
/// <param name="Body">The wire record as UTF-8 JSON; personal data is encrypted below this interface.</param>
/// <param name="Context">Who, when, source, reason.</param>
public sealed record MasterRecord(
    MasterKind Kind,
    string Id,
    string EntityId,
    long Version,
    LocalDate ValidFrom,
    ReadOnlyMemory<byte> Body,
    CommandContext Context);
