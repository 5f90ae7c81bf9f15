using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Client;

/// <summary>A problem as the gateway writes it.</summary>
internal sealed record ProblemBody(
    string? Code, string? Title, string? Detail, string? ImportId, ImmutableArray<RecordProblem>? Problems);
