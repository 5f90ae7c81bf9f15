using BillingActors.Storage.Drafts;

namespace BillingActors.Gateway.Console;

/// <summary>
/// Keeps a form while it is typed: soon after the last key, and for the person at the desk alone. A page that comes
/// back,
/// after a broken connection or a restart, goes on where it was.
/// </summary>
internal sealed partial class Drafting(IFormDrafts drafts, Desk desk, TimeProvider clock, ILogger<Drafting> log)
    : IDisposable
{
    private static readonly TimeSpan AfterKey = TimeSpan.FromMilliseconds(400);
    private CancellationTokenSource? _waiting;
    private Task _saving = Task.CompletedTask;

    /// <summary>When the form was kept last; null while it is not.</summary>
    public DateTimeOffset? KeptAt { get; private set; }

    /// <summary>What was kept of a form; null when there is nothing.</summary>
    public async Task<T?> Find<T>(string form, CancellationToken cancellation)
        where T : class
    {
        if (await drafts.Find<T>(await KeyOf(form, cancellation), cancellation) is not { } found)
            return null;
        KeptAt = found.At;
        return found.Form;
    }

    /// <summary>
    /// Keeps a form when no key was pressed for a moment; false when a later key was, or nobody is here.
    /// </summary>
    public async Task<bool> Keep<T>(string form, T content)
        where T : class
    {
        Stop();
        var waiting = _waiting = new CancellationTokenSource();
        try
        {
            await Task.Delay(AfterKey, clock, waiting.Token);
            // It may have been sent in the moment the wait ended: what was dropped must not come back.
            if (waiting.IsCancellationRequested)
                return false;
            await (_saving = FormCards.AreIn(content) ? Forget(form) : Save(form, content));
            return true;
        }
        catch (Exception fault) when (fault is OperationCanceledException or NobodyAtDeskException)
        {
            return false;
        }
        catch (Exception fault)
        {
            // Nothing is lost but the safety net; the page says so by not saying that it kept anything.
            LogFault(log, fault);
            KeptAt = null;
            return false;
        }
    }

    /// <summary>
    /// Forgets a form that was sent or given up, also one that is just being kept. What was sent is done whether it can
    /// be forgotten or not: a database that has no time now must not keep the page from saying so. Sent again, such a
    /// form has no second effect.
    /// </summary>
    public async Task Drop(string form, CancellationToken cancellation)
    {
        Stop();
        await Task.WhenAny(_saving); // Whether it succeeded or not.
        KeptAt = null;
        try
        {
            await drafts.Drop(await KeyOf(form, cancellation), cancellation);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            LogDrop(log, fault);
        }
    }

    public void Dispose() => Stop();

    private void Stop()
    {
        _waiting?.Cancel();
        _waiting?.Dispose();
        _waiting = null;
    }

    private async Task Save<T>(string form, T content)
        where T : class =>
        KeptAt = await drafts.Save(await KeyOf(form, CancellationToken.None), content, CancellationToken.None);

    // With the number of a card in it nothing is kept, and nothing that was typed before it either.
    private async Task Forget(string form)
    {
        KeptAt = null;
        await drafts.Drop(await KeyOf(form, CancellationToken.None), CancellationToken.None);
    }

    private async Task<DraftKey> KeyOf(string form, CancellationToken cancellation) =>
        new((await desk.Caller(cancellation)).PersonId, form);

    [LoggerMessage(LogLevel.Error, "A form that is being typed could not be kept")]
    private static partial void LogFault(ILogger logger, Exception exception);

    [LoggerMessage(LogLevel.Error, "A form that was sent could not be forgotten")]
    private static partial void LogDrop(ILogger logger, Exception exception);
}
