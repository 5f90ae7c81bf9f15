using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Periods that remember who asked for what.</summary>
internal sealed class FakeLedger(string entityId) : ILedgerGrain
{
    private ImmutableArray<PeriodChangeView> _history = [];

    public Task<Reply<PeriodsView>> Lock(
        CommandEnvelope envelope, LockMonth command, CancellationToken cancellation) =>
        Add(envelope, command.IsHard ? "hard-locked" : "soft-locked");

    public Task<Reply<PeriodsView>> AskReopening(
        CommandEnvelope envelope, ReopenMonth command, CancellationToken cancellation) =>
        Add(envelope, "reopening-requested");

    public Task<Reply<PeriodsView>> Reopen(
        CommandEnvelope envelope, ReopenMonth command, CancellationToken cancellation) => Add(envelope, "reopened");

    public Task<PeriodsView> Periods(CancellationToken cancellation) => Task.FromResult(View());

    private Task<Reply<PeriodsView>> Add(CommandEnvelope envelope, string what)
    {
        _history = _history.Add(new PeriodChangeView(
            _history.Length + 1, what, new DateOnly(2026, 2, 1), envelope.At, envelope.ActorId, envelope.Reason));
        return Task.FromResult(new Reply<PeriodsView>(View()));
    }

    private PeriodsView View() => new(entityId, _history.Length, null, null, null, null, _history);
}
