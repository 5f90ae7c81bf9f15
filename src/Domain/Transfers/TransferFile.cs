using System.Collections.Immutable;

namespace BillingActors.Domain.Transfers;

/// <summary>What an account keeps of what went to other accounts and came from them.</summary>
public sealed record TransferFile
{
    /// <summary>The file before anything was kept.</summary>
    public static TransferFile None { get; } = new();

    /// <summary>Transfers it sent, oldest first.</summary>
    public ImmutableArray<OutgoingTransfer> Out { get; init; } = [];

    /// <summary>Transfers that came, taken or refused, oldest first.</summary>
    public ImmutableArray<IncomingTransfer> In { get; init; } = [];

    /// <summary>Move-outs, oldest first.</summary>
    public ImmutableArray<MoveOut> MoveOuts { get; init; } = [];
}
