namespace ActivationNotes.Course.Site.Document;

/// <summary>An exercise: the task, the stub, hints and solutions.</summary>
/// <param name="Number">Its number on the page, from 1.</param>
/// <param name="Blocks">Its parts in order.</param>
public sealed record ExerciseBlock(int Number, IReadOnlyList<Block> Blocks) : Block;
