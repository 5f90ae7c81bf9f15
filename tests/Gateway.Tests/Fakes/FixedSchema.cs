using System.Collections.Immutable;
using BillingActors.Storage.Migrations;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>A schema that differs as told.</summary>
internal sealed class FixedSchema : ISchema
{
    public ImmutableArray<string> Found { get; set; } = [];

    public Task<ImmutableArray<string>> Differences(CancellationToken cancellation) => Task.FromResult(Found);
}
