using System.Collections.Immutable;
using BillingActors.Domain.Explanations;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Grains.Interfaces.Inquiries;

namespace BillingActors.Grains.Mapping;

/// <summary>Reads that are assumed in a question, wire ↔ domain.</summary>
internal static class AssumedReadMapping
{
    /// <summary>The reads of a question; none where it assumes none.</summary>
    public static ImmutableArray<TakenRead> ToReads(this WhatIfQuestion question) =>
    [
        .. (question.Reads ?? []).Select(read => new TakenRead(
            read.Register,
            read.MeterSerial,
            read.On.ToDomain(),
            read.Value,
            read.Scale,
            read.IsByCustomer ? ReadQuality.Customer : ReadQuality.Actual,
            ReadKind.Special)),
    ];

    /// <summary>A read as an import would bring it, beside what was read so far.</summary>
    public static AssumedReadView ToView(this RegisterRead read, ClosingInputs inputs, string contractId)
    {
        var register = AssumedReads.RegisterOf(inputs, contractId, read)
            ?? throw new InvalidOperationException($"Register {read.Register} is gone since its read was looked at.");
        var standing = AssumedReads.Standing(inputs, contractId, read);
        return new AssumedReadView(
            read.ServicePointId,
            read.Register,
            read.MeterSerial,
            read.On.ToWire(),
            Shown(read),
            standing is null ? null : Shown(standing),
            register.Unit,
            register.Direction == Direction.Import ? "import" : "export",
            read.Quality == ReadQuality.Customer ? "customer" : "actual",
            read.Kind switch
            {
                ReadKind.Scheduled => "scheduled",
                ReadKind.Install => "install",
                ReadKind.Final => "final",
                _ => "special",
            });
    }

    private static decimal Shown(RegisterRead read) =>
        new(unchecked((int)read.Value), unchecked((int)(read.Value >> 32)), 0, false, (byte)read.Scale);
}
