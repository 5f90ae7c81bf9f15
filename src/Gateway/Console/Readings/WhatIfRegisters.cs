using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>What of the registers of a contract can be assumed otherwise.</summary>
/// <param name="Registers">Registers that were there in the days.</param>
/// <param name="Reads">What they showed, by register and day.</param>
public sealed record WhatIfRegisters(ImmutableArray<string> Registers, ImmutableArray<ReadRow> Reads)
{
    /// <summary>A contract without registers.</summary>
    public static WhatIfRegisters None { get; } = new([], []);
}
