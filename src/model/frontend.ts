import type { Diagnostic, Reader } from "../source/index.ts";
import type { Value } from "../value/index.ts";
import type { EvaluatedStack, Language, RawResource } from "./raw.ts";

/**
 * An input language. What all of them have in common: they find the stacks below the given paths and evaluate
 * one with given inputs. Terraform, ARM, Bicep and plan JSON each are one.
 */
export interface Frontend {
  readonly language: Language;
  /**
   * Starts a run. What the session parses it keeps for as long as it lives: files shared by several stacks or
   * scenarios are parsed once. Cheap: nothing is read yet.
   */
  open(reader: Reader, options?: FrontendOptions): FrontendSession;
}

export interface FrontendSession {
  /**
   * The stacks of this language below the paths (files and folders, relative to the working directory), in the order of
   * their paths. A file or folder that belongs to no stack of this language is no error: another language may know it.
   */
  discover(paths: readonly string[]): Promise<Discovery>;
  /**
   * Evaluates one stack in one scenario. Never rejects for what an input can be: every fault is a diagnostic of the
   * result. Files that the language uses without being asked (`terraform.tfvars`, `main.bicepparam`) need not be named.
   */
  evaluate(stack: StackSource, inputs?: StackInputs): Promise<EvaluatedStack>;
}

export interface Discovery {
  readonly stacks: readonly StackSource[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A unit of deployment before evaluation. Plain data, so that it can be handed to a worker thread. */
export interface StackSource {
  readonly language: Language;
  /** Folder (Terraform) or file (ARM, Bicep, plan) that names the stack, relative to the working directory. */
  readonly path: string;
  /** Scenarios that discovery found by itself, for example each `.bicepparam` that uses this file; one without inputs when absent. */
  readonly scenarios?: readonly StackInputs[];
}

/** What is given to a stack from outside its code: one scenario. Paths are relative to the working directory. */
export interface StackInputs {
  /** Terraform `--var-file`, in order; later ones win. */
  readonly varFiles?: readonly string[];
  /** Terraform `--var`, in order; they win over all files. Values as on Terraform's command line. */
  readonly vars?: readonly (readonly [name: string, value: string])[];
  /** ARM parameter files and `.bicepparam` files, in order. */
  readonly parameters?: readonly string[];
  /** The cloud that is deployed to, for what code asks of it; the public one (`AzureCloud`) when absent. */
  readonly cloud?: string;
  /** Environment variables that count as inputs (`TF_VAR_x`); only handed over when the user asked for it. */
  readonly environment?: ReadonlyMap<string, string>;
}

export interface FrontendOptions {
  /**
   * The id of a resource as a value, where its type is known: a template in the shape of an ARM id. Asked while the stack is still
   * being evaluated; the resource's body can be read. Undefined when the type has no mapping.
   */
  readonly idOf?: (resource: RawResource) => Value | undefined;
  readonly limits?: Partial<Limits>;
  /**
   * Bicep: a reader whose root is the folder in which `bicep restore` keeps modules (`~/.bicep` by default). Without it, modules of
   * registries and template specs stay opaque.
   */
  readonly moduleCache?: Reader;
}

/** Bounds that a stranger's input cannot exceed: reaching one is a diagnostic at the place where it happened. */
export interface Limits {
  /** Instances that `count`, `for_each`, `copy` and loops may make in one stack, blocks and modules included. */
  readonly instances: number;
  /** Evaluation steps of one stack: bounds time and memory of what is nested. */
  readonly steps: number;
  /** Depth of nested expressions, references and modules. */
  readonly depth: number;
}

export const DEFAULT_LIMITS: Limits = { instances: 200_000, steps: 20_000_000, depth: 400 };
