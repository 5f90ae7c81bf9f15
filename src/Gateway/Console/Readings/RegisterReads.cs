using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Reads of a register in order of day.</summary>
/// <param name="Register">Register.</param>
/// <param name="Reads">What it showed.</param>
public sealed record RegisterReads(string Register, ImmutableArray<ReadRow> Reads);
