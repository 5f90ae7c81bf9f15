using System.Collections.Immutable;

namespace BillingActors.Storage.Migrations;

/// <summary>The schema of the database, compared with the one this program was made for.</summary>
public interface ISchema
{
    /// <summary>Which migrations differ, a sentence each, in order; empty when database and program fit.</summary>
    Task<ImmutableArray<string>> Differences(CancellationToken cancellation);
}
