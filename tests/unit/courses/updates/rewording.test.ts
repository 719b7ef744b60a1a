import { describe, expect, test } from 'vitest';
import { rewordingScore, sentenceOf } from '../../../../courses/updates/rewording.ts';

const sure = (a: string, b: string) => {
  const forward = rewordingScore(sentenceOf(a), sentenceOf(b));
  expect(rewordingScore(sentenceOf(b), sentenceOf(a))).toBe(forward);
  return forward;
};

describe('a reworded objective', () => {
  test.each([
    ['Understand the stages of call shadowing', 'understand the stages of call shadowing.'],
    ['Understand the stages of call shadowing', 'Know the stages of a call shadowing'],
    ['Understand stages of call shadowing', 'Understand the different stages of call shadowing'],
    ['Understand the pricing tiers of GitLab', 'Understand GitLab’s pricing tiers'],
    ['Use merge requests to collaborate', 'Collaborating: the use of a merge request'],
    ['Undertake a bussiness review', 'Undertake a business review'],
    ['Follow the community guidlines', 'Follow the community guidelines'],
    ['Know what to do', 'know what to do!'],
    ['Умеешь делиться документами клиента', 'Умеешь делится документами клиента'],
    ['パンを焼く', '「パンを焼く」'],
  ])('“%s” is “%s” with light changes', (a, b) => {
    expect(sure(a, b)).toBeGreaterThan(0);
  });

  test.each([
    ['Complete the certification: Security Specialist', 'Complete the certification: Project Management'],
    ['Complete the certification: Git Associate', 'Complete the certification: CI Associate'],
    ['Tell rye from wheat by the smell', 'Tell rye from barley by the smell'],
    ['Deploy on Fridays after a review', 'Do not deploy on Fridays after a review'],
    ['Merge code with a second review', 'Merge code without a second review'],
    ['Earn the customer certificate, level 1', 'Earn the customer certificate, level 2'],
    ['Earn the Pulse manager certificate I', 'Earn the Pulse manager certificate II'],
    ['Earn the Pulse manager certificate', 'Earn the Pulse manager certificate II'],
    ['Unload every container with care', 'Upload every container with care'],
    ['Learn Git', 'Learn Git hooks'],
    ['Learn Git', 'Learn Ruby'],
    ['Bake bread', 'Bake bread, sell it to the shops in town and count the money'],
    ['Know what to do', 'Know whom to ask'],
    ['', ''],
    ['パンを焼く', 'パンを売る'],
    ['Explain when to escalate an incident', 'Explain why to escalate an incident'],
    ['Know who approves a discount', 'Know how to approve a discount'],
    ['Ein Merge Request ist nötig', 'Ein Merge Request ist nicht nötig'],
    ['Tu sais partager un document confidentiel', 'Tu sais ne pas partager un document confidentiel'],
    ['Você pode compartilhar dados de clientes', 'Você não pode compartilhar dados de clientes'],
    ['Ты умеешь делиться документом клиента', 'Ты умеешь не делиться документом клиента'],
    ['审查代码时，你可以批准合并请求', '审查代码时，你不可以批准合并请求'],
  ])('“%s” is another one than “%s”', (a, b) => {
    expect(sure(a, b)).toBe(0);
  });

  test('of several candidates, the one with the most common words has the highest score', () => {
    const kept = 'Describe interactive rebasing in Git today';
    const alike = sure(kept, 'Explain interactive rebasing in Git');
    expect(alike).toBeGreaterThan(0);
    expect(sure(kept, 'Describe interactive rebasing in Git')).toBeGreaterThan(alike);
    expect(sure(kept, 'Explain interactive rebasing in Git today')).toBeGreaterThan(alike);
  });
});
