using BillingActors.Storage.Inbox;

namespace BillingActors.Storage.Tests.Inbox;

/// <summary>The inbox as one process has it.</summary>
internal sealed class OpenInbox(
    IInboxTable table,
    IInboxLogTable log,
    IQuarantineTable quarantine,
    IStreamReports reports,
    InboxEnvelopes envelopes,
    InboxOptions options) : IAsyncDisposable
{
    private readonly DurableInbox _inbox = new(table, envelopes, options);

    public IInboxTable Table => table;

    public InboxEnvelopes Envelopes => envelopes;

    public IInbox Inbox => _inbox;

    public IInboxLog Log { get; } = new InboxLog(table, log, envelopes, options);

    public IQuarantine Quarantine => new Quarantine(quarantine, _inbox, envelopes);

    public IStreamReports Reports => reports;

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();
}
