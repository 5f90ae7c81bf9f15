namespace BillingActors.Survival.Desks;

/// <summary>Looks balances up, one account after the other.</summary>
internal sealed class LookUpDesk(Caller door, CommandLog log, int accountCount)
{
    /// <summary>Looks up until it is asked to end.</summary>
    public async Task Work(TimeSpan pace, CancellationToken end)
    {
        try
        {
            for (var number = 0; !end.IsCancellationRequested; number++)
            {
                var answer = await door.Get(BookSettings.Path(number * 7 % accountCount, "/balance"), end);
                log.LookUp(answer.IsDone);
                if (!answer.IsDone && !answer.IsPassing)
                    log.Report($"look-up refused: {answer.Status} {answer.Body}");
                await Task.Delay(pace, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // Asked to end.
        }
    }
}
